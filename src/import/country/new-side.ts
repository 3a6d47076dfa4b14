import type { ListedUnit, Lists, Mapping } from './lists.ts';
import { placeName, spellingKey } from './names.ts';
import { only } from './only.ts';

/** What a mapping’s new side points at: a listed commune, and whether its code or only its name told. */
export interface NewSide {
  readonly commune: ListedUnit | undefined;
  readonly byCode: boolean;
}

const keyOf = (name: string, province: string): string => `${spellingKey(name)}|${spellingKey(placeName(province))}`;

/**
 * Finds the new commune that a mapping means. Its code is believed only where the name and the province agree
 * with the list: hundreds of rows carry the code of another place of the same name, or of none. Else the name
 * within the province decides.
 */
export function newSideFinder(lists: Lists): (mapping: Mapping) => NewSide {
  const provinces = new Map(lists.newProvinces.map(({ code, name }) => [code, name]));
  const keys = new Map(
    lists.newCommunes.map((commune) => [commune.code, keyOf(commune.name, provinces.get(commune.parent) ?? '')]),
  );
  const byCode = new Map(lists.newCommunes.map((commune) => [commune.code, commune]));
  const byName = Map.groupBy(lists.newCommunes, ({ code }) => keys.get(code));
  return ({ newCode, newName, newProvince }) => {
    const key = keyOf(newName, newProvince);
    if (keys.get(newCode) === key) return { commune: byCode.get(newCode), byCode: true };
    return { commune: only(byName.get(key)), byCode: false };
  };
}
