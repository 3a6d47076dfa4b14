import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from './desk.ts';
import { causesOf, openDesk } from './desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.seed.units([{ code: 'P', kind: 'PROVINCE', parent: 'VN' }]);
});

afterAll(async () => {
  await desk.close();
});

const HEADERS =
  'Hình thức,Ngày hiệu lực,Số quyết định,Mã tổ chức,Tên tổ chức,Loại tổ chức,Mã tổ chức cấp trên,Các mã sáp nhập';
const file = (...rows: string[]): string => [HEADERS, ...rows].join('\n');
const OPENED = [
  'Thành lập,01/01/2022,1-QĐ,G,Đảng bộ G,Đảng bộ cơ sở,P,',
  'Thành lập,01/01/2022,1-QĐ,G-1,Chi bộ 1,Chi bộ,G,',
  'Thành lập,01/01/2022,1-QĐ,G-2,Chi bộ 2,Chi bộ,G,',
];

test('units are opened and changed in the order of the rows', async () => {
  const merged = 'Sáp nhập,01/01/2023,2-QĐ,G-3,Chi bộ 3,,,G-1; G-2';
  const report = await desk.take(file(...OPENED, merged));
  expect(report).toMatchObject({ outcome: 'TAKEN', subject: 'organizations', created: 3, updated: 1, causes: [] });
  const rows = await desk.seed.rows<{ line: string }>(
    `select o.code || ' ' || p.valid as line from organization o join placement p on p.organization_id = o.id where o.code like 'G%' order by 1`,
  );
  expect(rows.map(({ line }) => line)).toEqual([
    'G [2022-01-01,)',
    'G-1 [2022-01-01,2023-01-01)',
    'G-2 [2022-01-01,2023-01-01)',
    'G-3 [2023-01-01,)',
  ]);
  expect(await desk.take(file(...OPENED))).toMatchObject({ outcome: 'TAKEN', created: 0, unchanged: 3 });
});

test('a refused operation refuses the file, or itself alone', async () => {
  const rows = [
    'Thành lập,01/01/2022,3-QĐ,H,Đảng bộ H,Đảng bộ cơ sở,P,',
    'Đổi tên,01/01/2023,4-QĐ,NOBODY,Tên,,,',
    'Thành lập,01/01/2022,3-QĐ,H-1,,Chi bộ,H,',
  ];
  const before = await desk.dump();
  const refused = await desk.take(file(...rows));
  expect(refused).toMatchObject({ outcome: 'REFUSED', created: 1, rejected: 2 });
  expect(causesOf(refused)).toEqual(['INPUT_INVALID name 4', 'ORGANIZATION_UNKNOWN code 3']);
  expect(await desk.dump()).toBe(before);
  expect(await desk.take(file(...rows), { acceptValid: true })).toMatchObject({
    outcome: 'TAKEN',
    created: 1,
    rejected: 2,
  });
});

test('JSON Lines hold operations as docs/structure.md has them', async () => {
  const line = (fields: object): string => JSON.stringify({ on: '2022-01-01', decision: '5-QĐ', ...fields });
  const report = await desk.take(
    [
      line({ op: 'OPEN', code: 'K', name: 'Chi bộ K', kind: 'GRASSROOTS_CELL', parent: 'P' }),
      line({
        op: 'CONVERT',
        on: '2023-04-01',
        code: 'K',
        into: { code: 'K-2', name: 'Đảng bộ K', kind: 'GRASSROOTS_COMMITTEE' },
        cells: [{ code: 'K-2-1', name: 'Chi bộ 1' }],
        members: { rest: 'K-2-1' },
      }),
    ].join('\n'),
  );
  expect(report).toMatchObject({ outcome: 'TAKEN', subject: 'organizations', created: 1, updated: 1, causes: [] });
});

const INDICATOR = {
  nameEn: 'N',
  description: 'D',
  descriptionEn: 'D',
  unit: 'người',
};
const indicators = (...rows: object[]): string =>
  rows.map((row) => JSON.stringify({ ...INDICATOR, ...row })).join('\n');

test('indicators are judged as the catalogue judges them', async () => {
  const rows = [
    { code: 'THINGS', name: 'Việc', kind: 'FLOW', dimensions: [{ name: 'FORM', addsUp: true }] },
    {
      code: 'SHARE',
      name: 'Tỷ lệ',
      kind: 'RATIO',
      definition: { form: 'SHARE', numerator: { indicator: 'THINGS' }, denominator: { indicator: 'NOWHERE' } },
    },
    { code: 'ODD', name: 'Lạ', kind: 'FLOW', dimensions: [null] },
  ];
  const refused = await desk.take(indicators(...rows));
  expect(causesOf(refused)).toEqual(['ENTRY_MALFORMED definition 3', 'INDICATOR_UNKNOWN definition 2']);
  expect(await desk.take(indicators(rows[0] ?? {}))).toMatchObject({
    outcome: 'TAKEN',
    subject: 'indicators',
    created: 1,
  });
  expect(await desk.take(`${indicators(rows[0] ?? {})}\n`)).toMatchObject({ unchanged: 1 });
  const changed = { ...rows[0], name: 'Việc khác' };
  expect(await desk.take(indicators(changed))).toMatchObject({ updated: 1 });
  const [row] = await desk.seed.rows(
    `select name, (select adds_up from indicator_dimension where indicator_code = code) as adds from indicator where code = 'THINGS'`,
  );
  expect(row).toEqual({ name: 'Việc khác', adds: true });
});
