import type { Asked } from './asked.ts';
import type { Data } from './data.ts';
import { collect } from './facts.ts';

/** The code of the unit that all figures of an answer lie in or under: the outermost one of the first. Null where it has no code. */
export function unitAbout(data: Data, asked: readonly Asked[]): string | null {
  return collect(data, asked).facts[0]?.units.find((unit) => unit.cell.code !== null)?.cell.code ?? null;
}
