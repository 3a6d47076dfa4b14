import type { OldGazetteer } from './old-gazetteer.ts';
import type { ResolvedMapping } from './resolve-mappings.ts';
import { newProvinceCode, provinceCode } from './codes.ts';

/** What the reform made of the provinces, by their codes in the two lists. */
export interface ProvinceChanges {
  /** New province by old one; every old province went whole into one. */
  readonly successor: ReadonlyMap<string, string>;
  /** Provinces that stayed the same unit: alone in their successor, under the same code. */
  readonly kept: ReadonlySet<string>;
}

/**
 * Reads from the communes where their provinces went.
 * @throws when the communes of one province are in two new ones
 */
export function provinceChanges(resolved: readonly ResolvedMapping[], gazetteer: OldGazetteer): ProvinceChanges {
  const successor = new Map<string, string>();
  for (const { outcome, oldCommune, newCommune } of resolved) {
    if (outcome !== 'BY_CODE' || oldCommune === undefined || newCommune === undefined) continue;
    const province = gazetteer.provinceOf(oldCommune);
    const known = successor.get(province.code) ?? newCommune.parent;
    if (known !== newCommune.parent) {
      throw new Error(
        `Expected ${province.name} to go whole into one province, but its communes are in ${known} and ${newCommune.parent}.`,
      );
    }
    successor.set(province.code, known);
  }
  const origins = Map.groupBy(successor, ([, into]) => into);
  const kept = [...successor].filter(([from, into]) => from === into && origins.get(into)?.length === 1);
  return { successor, kept: new Set(kept.map(([code]) => code)) };
}

/** The party committee of a province of the new list: the same unit as before, or one of the reform’s making. */
export function provinceUnitSince(code: string, { kept }: ProvinceChanges): string {
  return kept.has(code) ? provinceCode(code) : newProvinceCode(code);
}
