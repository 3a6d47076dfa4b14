import { readFile } from 'node:fs/promises';
import { readCountry } from '../../../src/import/country/read-country.ts';
import type { Country } from '../../../src/import/country/types.ts';

let country: Country;
beforeAll(async () => {
  country = await readCountry();
});

const organization = (code: string) => country.organizations.find((unit) => unit.code === code);
const parentOf = (code: string) => country.placements.find((unit) => unit.code === code)?.parent;
const successorsOf = (code: string) =>
  country.successions.filter(({ from }) => from === code).map(({ to, kind }) => `${kind} ${to}`);
const place = (codeList: string, code: string) => {
  const found = country.administrativeUnits.find((unit) => unit.codeList === codeList && unit.code === code);
  return [found?.name, found?.organization];
};

test('the counts of both lists and of what comes of them', () => {
  expect(country.report.counts).toEqual({
    provincesBefore: 63,
    districtsBefore: 696,
    communesBefore: 10_051,
    provincesSince: 34,
    provincesKept: 11,
    communesSince: 3321,
    mappings: 10_977,
    organizations: 1 + 63 + 696 + 10_051 + 23 + 3321,
    placements: 14_155,
    administrativeUnits: 63 + 696 + 10_051 + 34 + 3321,
    successions: { MERGED: 9933, SPLIT: 27, CONVERTED: 135, RENAMED: 17, DISSOLVED: 3526 },
  });
});

test('every mapping row comes to exactly one outcome', () => {
  expect(country.report.mappings).toEqual({
    BY_CODE: 10_024,
    BY_FULL_NAME: 52,
    BY_PLACE_NAME: 1,
    CONFIRMS: 97,
    OTHER_UNIT_OF_THAT_NAME: 1,
    OLD_UNIT_NOT_LISTED: 797,
    NO_OLD_UNIT: 5,
    NEW_UNIT_NOT_LISTED: 0,
  });
  expect(Object.values(country.report.mappings).reduce((sum, count) => sum + count)).toBe(10_977);
});

test('what the lists do not agree on, by cause', () => {
  const rows = (reconciled: boolean) =>
    Object.fromEntries(
      country.report.findings
        .filter((finding) => finding.reconciled === reconciled)
        .map((finding) => [finding.cause, finding.rows.length]),
    );
  expect(rows(false)).toEqual({
    OLD_UNIT_NOT_LISTED: 797,
    OTHER_UNIT_OF_THAT_NAME: 1,
    NEW_UNIT_NOT_LISTED: 0,
    COMMUNE_WITHOUT_SUCCESSOR: 10,
    NEW_COMMUNE_WITHOUT_ORIGIN: 0,
  });
  expect(rows(true)).toEqual({
    NO_OLD_UNIT: 5,
    OLD_UNIT_BY_FULL_NAME: 52,
    OLD_UNIT_BY_PLACE_NAME: 1,
    OLD_UNIT_CONFIRMS: 97,
    NEW_CODE_NOT_LISTED: 431,
    NEW_CODE_OF_ANOTHER_PLACE: 22,
    COMMUNE_NAME_DISAGREES: 23,
    DISTRICT_NAME_DISAGREES: 45,
    PROVINCE_NAME_DISAGREES: 133,
    MAPPING_REPEATED: 128,
    COMMUNE_CODE_IN_NO_MAPPING: 17,
    NEW_COMMUNE_IN_NO_MAPPING: 1,
    DISTRICT_WITHOUT_COMMUNES: 5,
    NAME_TWICE_IN_DISTRICT: 2,
    CODE_NAMES_ANOTHER_PLACE: 1,
    PROVINCE_RENAMED: 1,
    NAME_AS_PUBLISHED: 1,
    NAME_TIDIED: 68,
  });
});

test.each([
  ['VN-2024', '509', 'Huyện Quế Sơn', 'H509'],
  ['VN-2024', '513', 'Huyện Thăng Bình', 'H513'],
  ['VN-2024', '073', 'Huyện Chiêm Hóa', 'H073'],
  ['VN-2024', '02317', 'Xã Yên Lập', 'X02317'],
  ['VN-2024', '02335', 'Xã Hòa Phú', 'X02335'],
  ['VN-2024', '890', 'Thị xã Tịnh Biên', 'H890'],
  ['VN-2024', '52', 'Tỉnh Bình Định', 'T52'],
  ['VN-2025', '52', 'Tỉnh Gia Lai', '2025-T52'],
  ['VN-2024', '20656', 'Thị trấn Trung Phước', 'X20656'],
  ['VN-2025', '20656', 'Xã Nông Sơn', '2025-X20656'],
  ['VN-2024', '01', 'Thành phố Hà Nội', 'T01'],
  ['VN-2025', '01', 'Thành phố Hà Nội', 'T01'],
  ['VN-2024', '46', 'Tỉnh Thừa Thiên Huế', 'T46'],
  ['VN-2025', '46', 'Thành phố Huế', 'T46'],
])('in %s, %s is %s, of %s', (codeList, code, name, unit) => {
  expect(place(codeList, code)).toEqual([name, unit]);
});

test('Quế Xuân 1 went into Xuân Phú, which is in Đà Nẵng now', () => {
  expect(organization('X20644')).toEqual({
    code: 'X20644',
    name: 'Đảng bộ xã Quế Xuân 1',
    openedOn: null,
    closedOn: '2025-07-01',
  });
  expect(parentOf('X20644')).toBe('H509');
  expect(parentOf('H509')).toBe('T49');
  expect(successorsOf('X20644')).toEqual(['MERGED 2025-X20650']);
  expect(organization('2025-X20650')?.name).toBe('Đảng bộ xã Xuân Phú');
  expect(parentOf('2025-X20650')).toBe('2025-T48');
  expect(organization('2025-T48')?.name).toBe('Đảng bộ thành phố Đà Nẵng');
});

test('Bình Nguyên went into Thăng Bình', () => {
  expect(successorsOf('X20800')).toEqual(['MERGED 2025-X20791']);
  expect(organization('2025-X20791')?.name).toBe('Đảng bộ xã Thăng Bình');
});

test('a dissolved district answers with the communes that took over its own', () => {
  expect(successorsOf('H509')).toEqual([
    'DISSOLVED 2025-X20641',
    'DISSOLVED 2025-X20650',
    'DISSOLVED 2025-X20656',
    'DISSOLVED 2025-X20662',
    'DISSOLVED 2025-X20669',
  ]);
});

test('an island district became the special zone of its name', () => {
  expect(successorsOf('H536')).toEqual(['CONVERTED 2025-X21548']);
  expect(organization('2025-X21548')?.name).toBe('Đảng bộ đặc khu Lý Sơn');
});

test('merged provinces are new units, the others stay what they were', () => {
  expect(successorsOf('T49')).toEqual(['MERGED 2025-T48']);
  expect(successorsOf('T48')).toEqual(['MERGED 2025-T48']);
  expect(organization('T01')).toEqual({
    code: 'T01',
    name: 'Đảng bộ thành phố Hà Nội',
    openedOn: null,
    closedOn: null,
  });
  expect(organization('2025-T01')).toBeUndefined();
  const kept = country.organizations.filter(({ code, closedOn }) => code.startsWith('T') && closedOn === null);
  expect(kept.map(({ code }) => code.slice(1))).toEqual([
    '01',
    '04',
    '11',
    '12',
    '14',
    '20',
    '22',
    '38',
    '40',
    '42',
    '46',
  ]);
});

test('the committees of published reports carry the names that were published', async () => {
  const seeds = new URL('../../../seeds/data/organizations.json', import.meta.url);
  const published = JSON.parse(await readFile(seeds, 'utf8')) as { code: string; name: string }[];
  const administrative = published.filter(({ code }) => !code.startsWith('K'));
  expect(administrative).toHaveLength(13);
  for (const { code, name } of administrative) expect([code, organization(code)?.name]).toEqual([code, name]);
});

test('the same packages give the same country', async () => {
  expect(await readCountry()).toEqual(country);
});
