import { isData } from '../answer/data.ts';
import { askQuietly } from '../app/ask-quietly.ts';

export interface KnownIndicator {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

let asked: Promise<readonly KnownIndicator[]> | null = null;

/** The platform's indicators, asked for once while the page is open. None where the server cannot be asked. */
export function knownIndicators(): Promise<readonly KnownIndicator[]> {
  asked ??= askQuietly('query KnownIndicators { indicators { code name nameEn } }').then(
    ({ indicators }) => (Array.isArray(indicators) ? indicators.filter(isIndicator) : []),
    () => [],
  );
  return asked;
}

function isIndicator(value: unknown): value is KnownIndicator {
  return isData(value) && ['code', 'name', 'nameEn'].every((key) => typeof value[key] === 'string');
}
