import type { ListedUnit, Lists } from './lists.ts';
import { placeName, spellingKey } from './names.ts';
import type { OldGazetteer } from './old-gazetteer.ts';
import { only } from './only.ts';
import type { ProvinceChanges } from './provinces.ts';

/** New communes by old commune’s code. */
export type CommuneLinks = ReadonlyMap<string, ReadonlySet<string>>;

/** A successor that no mapping names, found by its name. */
export interface NamesakeLink {
  readonly from: ListedUnit;
  readonly to: string;
  /** `TWIN`: where the commune of the same full name and district went. `NAMESAKE`: the new unit of that name. */
  readonly by: 'TWIN' | 'NAMESAKE';
}

/**
 * For communes that no mapping names: a list that holds one name twice in a district means one place, so the second
 * follows the first; else the new commune of the same name in the province that took theirs, if it took other
 * communes of their district or is itself without any.
 */
export function namesakeCommunes(
  lists: Lists,
  gazetteer: OldGazetteer,
  links: CommuneLinks,
  { successor }: ProvinceChanges,
): NamesakeLink[] {
  const newByName = Map.groupBy(lists.newCommunes, ({ parent, name }) => placeKey(parent, name));
  const origins = districtsByNewCommune(lists, links);
  const byDistrict = Map.groupBy(lists.communes, ({ parent }) => parent);
  return lists.communes
    .filter(({ code }) => !links.has(code))
    .flatMap((from): NamesakeLink[] => {
      const twin = byDistrict.get(from.parent)?.find((other) => links.has(other.code) && sameName(other, from));
      if (twin !== undefined) {
        return [...(links.get(twin.code) ?? [])].map((to) => ({ from, to, by: 'TWIN' }));
      }
      const province = successor.get(gazetteer.provinceOf(from).code) ?? '';
      const namesake = only(newByName.get(placeKey(province, from.name)));
      if (namesake === undefined) return [];
      const districts = origins.get(namesake.code);
      const near = districts === undefined || districts.has(from.parent);
      return near ? [{ from, to: namesake.code, by: 'NAMESAKE' }] : [];
    });
}

/** For districts that list no communes: the special zone (đặc khu) of the same name that took over their islands. */
export function namesakeDistricts(lists: Lists, links: CommuneLinks, { successor }: ProvinceChanges): NamesakeLink[] {
  const withCommunes = new Set(lists.communes.map(({ parent }) => parent));
  const taken = new Set([...links.values()].flatMap((codes) => [...codes]));
  const free = lists.newCommunes.filter(({ code }) => !taken.has(code));
  const byName = Map.groupBy(free, ({ parent, name }) => placeKey(parent, name));
  return lists.districts
    .filter(({ code }) => !withCommunes.has(code))
    .flatMap((from): NamesakeLink[] => {
      const zone = only(byName.get(placeKey(successor.get(from.parent) ?? '', from.name)));
      return zone === undefined ? [] : [{ from, to: zone.code, by: 'NAMESAKE' }];
    });
}

function placeKey(province: string, name: string): string {
  return `${province}|${spellingKey(placeName(name))}`;
}

function sameName(left: ListedUnit, right: ListedUnit): boolean {
  return spellingKey(left.name) === spellingKey(right.name);
}

function districtsByNewCommune(lists: Lists, links: CommuneLinks): Map<string, Set<string>> {
  const origins = new Map<string, Set<string>>();
  for (const { code, parent } of lists.communes) {
    for (const into of links.get(code) ?? []) {
      origins.set(into, (origins.get(into) ?? new Set()).add(parent));
    }
  }
  return origins;
}
