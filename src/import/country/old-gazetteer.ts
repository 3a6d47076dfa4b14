import { searchForm } from '../../tree/search-form.ts';
import type { ListedUnit, Lists, Mapping } from './lists.ts';
import { placeName, spellingKey } from './names.ts';
import { only } from './only.ts';

/** Looks up units of the list that ended on 30 June 2025, by code or by what mappings call them. */
export interface OldGazetteer {
  commune(code: string): ListedUnit | undefined;
  districtOf(commune: ListedUnit): ListedUnit;
  provinceOf(commune: ListedUnit): ListedUnit;
  /** Communes of the named district with this name and rank. */
  withFullName(mapping: Mapping): readonly ListedUnit[];
  /** Communes of the named district with this name under any rank and any diacritics. */
  withPlaceName(mapping: Mapping): readonly ListedUnit[];
}

type Finder = (mapping: Mapping) => string | undefined;

/** @param lists a commune’s district and a district’s province must be listed */
export function oldGazetteer(lists: Lists): OldGazetteer {
  const communes = byCode(lists.communes);
  const districts = byCode(lists.districts);
  const provinces = byCode(lists.provinces);
  const parentIn = (units: Map<string, ListedUnit>, unit: ListedUnit): ListedUnit => {
    const parent = units.get(unit.parent);
    if (parent === undefined)
      throw new Error(`${unit.name} (${unit.code}) is under "${unit.parent}", which is not listed.`);
    return parent;
  };
  const districtOf = (commune: ListedUnit): ListedUnit => parentIn(districts, commune);
  const provinceOf = (commune: ListedUnit): ListedUnit => parentIn(provinces, districtOf(commune));
  const district = districtFinder(lists, (code) => {
    const commune = communes.get(code);
    return commune === undefined ? undefined : districtOf(commune);
  });
  const fullNames = Map.groupBy(lists.communes, ({ parent, name }) => `${parent}|${spellingKey(name)}`);
  const placeNames = Map.groupBy(lists.communes, ({ parent, name }) => `${parent}|${searchForm(placeName(name))}`);
  return {
    commune: (code) => communes.get(code),
    districtOf,
    provinceOf,
    withFullName: (mapping) => fullNames.get(`${district(mapping)}|${spellingKey(mapping.oldName ?? '')}`) ?? [],
    withPlaceName: (mapping) =>
      placeNames.get(`${district(mapping)}|${searchForm(placeName(mapping.oldName ?? ''))}`) ?? [],
  };
}

function byCode(units: readonly ListedUnit[]): Map<string, ListedUnit> {
  return new Map(units.map((unit) => [unit.code, unit]));
}

/**
 * Finds the district that a mapping names: as the list writes it; else as mappings write it whose commune’s
 * code tells the district ("Thị xã Mộc Châu" for Huyện Mộc Châu, "Thành phố Huế" for Tỉnh Thừa Thiên Huế);
 * else by the place alone, where the province has one district of that name.
 */
function districtFinder(lists: Lists, districtOfCode: (code: string) => ListedUnit | undefined): Finder {
  const provinces = byCode(lists.provinces);
  const provinceName = (district: ListedUnit): string => provinces.get(district.parent)?.name ?? '';
  const key = (name: string, province: string): string => `${spellingKey(name)}|${spellingKey(province)}`;
  const listed = Map.groupBy(lists.districts, (district) => key(district.name, provinceName(district)));
  const places = Map.groupBy(lists.districts, (district) => key(placeName(district.name), provinceName(district)));
  const told = new Map<string, Set<string>>();
  for (const { oldCode, oldDistrict, oldProvince } of lists.mappings) {
    const district = districtOfCode(oldCode ?? '');
    if (district === undefined) continue;
    const name = `${oldDistrict}|${oldProvince}`;
    told.set(name, (told.get(name) ?? new Set()).add(district.code));
  }
  return ({ oldDistrict, oldProvince }) => {
    const name = oldDistrict ?? '';
    const province = oldProvince ?? '';
    return (
      only(listed.get(key(name, province)))?.code ??
      only([...(told.get(`${name}|${province}`) ?? [])]) ??
      only(places.get(key(placeName(name), province)))?.code
    );
  };
}
