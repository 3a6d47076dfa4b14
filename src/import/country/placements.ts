import type { OrganizationKind } from '../../tree/kind.ts';
import { NATION_CODE, communeCode, districtCode, newCommuneCode, newProvinceCode, provinceCode } from './codes.ts';
import type { Lists } from './lists.ts';
import type { ProvinceChanges } from './provinces.ts';
import { provinceUnitSince } from './provinces.ts';
import type { CountryPlacement } from './types.ts';
import { REFORM_DAY } from './types.ts';

/**
 * Where every unit stands: until the reform nation, province, district, grassroots committee; since, nation, province,
 * commune. One placement per unit, in the order of the organisations.
 */
export function placementsOf(lists: Lists, provinces: ProvinceChanges): CountryPlacement[] {
  const { kept } = provinces;
  const merged = lists.newProvinces.filter(({ code }) => !kept.has(code));
  return [
    always(NATION_CODE, null, 'NATION'),
    ...lists.provinces.map(({ code }) =>
      kept.has(code)
        ? always(provinceCode(code), NATION_CODE, 'PROVINCE')
        : before(provinceCode(code), NATION_CODE, 'PROVINCE'),
    ),
    ...lists.districts.map(({ code, parent }) => before(districtCode(code), provinceCode(parent), 'DISTRICT')),
    ...lists.communes.map(({ code, parent }) =>
      before(communeCode(code), districtCode(parent), 'GRASSROOTS_COMMITTEE'),
    ),
    ...merged.map(({ code }) => since(newProvinceCode(code), NATION_CODE, 'PROVINCE')),
    ...lists.newCommunes.map(({ code, parent }) =>
      since(newCommuneCode(code), provinceUnitSince(parent, provinces), 'COMMUNE'),
    ),
  ];
}

function always(code: string, parent: string | null, kind: OrganizationKind): CountryPlacement {
  return { code, parent, kind, from: null, to: null };
}

function before(code: string, parent: string, kind: OrganizationKind): CountryPlacement {
  return { code, parent, kind, from: null, to: REFORM_DAY };
}

function since(code: string, parent: string, kind: OrganizationKind): CountryPlacement {
  return { code, parent, kind, from: REFORM_DAY, to: null };
}
