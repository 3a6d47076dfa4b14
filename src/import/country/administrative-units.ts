import { communeCode, districtCode, newCommuneCode, provinceCode } from './codes.ts';
import type { Lists } from './lists.ts';
import type { ProvinceChanges } from './provinces.ts';
import { provinceUnitSince } from './provinces.ts';
import type { CountryAdministrativeUnit } from './types.ts';

/** Every code of both lists, with its name there and the party committee that it is of. */
export function administrativeUnitsOf(lists: Lists, provinces: ProvinceChanges): CountryAdministrativeUnit[] {
  const entry =
    (codeList: CountryAdministrativeUnit['codeList'], organizationOf: (code: string) => string) =>
    ({ code, name }: { code: string; name: string }): CountryAdministrativeUnit => ({
      codeList,
      code,
      name,
      organization: organizationOf(code),
    });
  return [
    ...lists.provinces.map(entry('VN-2024', provinceCode)),
    ...lists.districts.map(entry('VN-2024', districtCode)),
    ...lists.communes.map(entry('VN-2024', communeCode)),
    ...lists.newProvinces.map(entry('VN-2025', (code) => provinceUnitSince(code, provinces))),
    ...lists.newCommunes.map(entry('VN-2025', newCommuneCode)),
  ];
}
