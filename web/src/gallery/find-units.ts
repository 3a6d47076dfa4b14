import { isData } from '../answer/data.ts';
import type { Data } from '../answer/data.ts';
import { askQuietly } from '../app/ask-quietly.ts';

export interface FoundUnit {
  readonly code: string;
  readonly name: string;
}

const QUESTION =
  'query FindUnits($text: String!) { byCode: organization(code: $text) { code name } byName: searchOrganizations(name: $text, first: 12) { nodes { code name } } }';

/** Units whose code is the text or whose name holds it, with or without marks; best match first. Throws where the server cannot be asked. */
export async function findUnits(text: string, signal: AbortSignal): Promise<readonly FoundUnit[]> {
  const data = await askQuietly(QUESTION, { text }, signal);
  const found: unknown = isData(data['byName']) ? data['byName']['nodes'] : null;
  const byName: readonly unknown[] = Array.isArray(found) ? found : [];
  return [data['byCode'], ...byName].filter(isData).flatMap(unitIn);
}

function unitIn(data: Data): readonly FoundUnit[] {
  const { code, name } = data;
  return typeof code === 'string' && typeof name === 'string' ? [{ code, name }] : [];
}
