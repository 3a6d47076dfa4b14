import {
  NATION_CODE,
  NATION_NAME,
  communeCode,
  districtCode,
  newCommuneCode,
  newProvinceCode,
  provinceCode,
} from './codes.ts';
import type { ListedUnit, Lists } from './lists.ts';
import { partyName } from './names.ts';
import type { ProvinceChanges } from './provinces.ts';
import { PUBLISHED_NAMES } from './published-names.ts';
import type { CountryOrganization } from './types.ts';
import { REFORM_DAY } from './types.ts';

/**
 * Every party committee that the lists give rise to, the nation first, then level by level in the order of the codes.
 * A province that stayed carries the name of the newer list (Thừa Thiên Huế became the city of Huế half a year before).
 */
export function organizationsOf(lists: Lists, { kept }: ProvinceChanges): CountryOrganization[] {
  const keptNames = new Map(lists.newProvinces.map(({ code, name }) => [code, name]));
  const merged = lists.newProvinces.filter(({ code }) => !kept.has(code));
  return [
    { code: NATION_CODE, name: NATION_NAME, openedOn: null, closedOn: null },
    ...lists.provinces.map((province) =>
      kept.has(province.code)
        ? staying({ ...province, name: keptNames.get(province.code) ?? province.name })
        : ended(provinceCode, province),
    ),
    ...lists.districts.map((district) => ended(districtCode, district)),
    ...lists.communes.map((commune) => ended(communeCode, commune)),
    ...merged.map((province) => opened(newProvinceCode, province)),
    ...lists.newCommunes.map((commune) => opened(newCommuneCode, commune)),
  ];
}

function named(code: string, { name }: ListedUnit): Pick<CountryOrganization, 'code' | 'name'> {
  return { code, name: PUBLISHED_NAMES.get(code) ?? partyName(name) };
}

function staying(unit: ListedUnit): CountryOrganization {
  return { ...named(provinceCode(unit.code), unit), openedOn: null, closedOn: null };
}

function ended(codeOf: (code: string) => string, unit: ListedUnit): CountryOrganization {
  return { ...named(codeOf(unit.code), unit), openedOn: null, closedOn: REFORM_DAY };
}

function opened(codeOf: (code: string) => string, unit: ListedUnit): CountryOrganization {
  return { ...named(codeOf(unit.code), unit), openedOn: REFORM_DAY, closedOn: null };
}
