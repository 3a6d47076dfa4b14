import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from './desk.ts';
import { causesOf, openDesk } from './desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.seed.units([
    { code: 'P', kind: 'PROVINCE', parent: 'VN' },
    { code: 'G', kind: 'GRASSROOTS_COMMITTEE', parent: 'P' },
    { code: 'C1', kind: 'CELL', parent: 'G' },
    { code: 'C2', kind: 'CELL', parent: 'G' },
    { code: 'OLD', kind: 'CELL', parent: 'G', to: '2020-01-01' },
  ]);
});

afterAll(async () => {
  await desk.close();
});

const HEADERS =
  'Mã đảng viên,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Trình độ học vấn,Nghề nghiệp,Ngày kết nạp,Ngày chính thức,Mã chi bộ';

/** A row of a member, with some cells of its own. */
function member(
  code: string,
  own: Partial<Record<'name' | 'sex' | 'born' | 'admitted' | 'official' | 'cell', string>> = {},
): string {
  const {
    name = 'Đảng viên A',
    sex = 'Nữ',
    born = '02/09/1980',
    admitted = '19/05/2010',
    official = '19/05/2011',
    cell = 'C1',
  } = own;
  return [code, name, sex, born, 'Kinh', 'Đại học', 'Viên chức', admitted, official, cell].join();
}

const file = (...rows: string[]): string => [HEADERS, ...rows].join('\n');

async function stays(code: string): Promise<string[]> {
  const rows = await desk.seed.rows<{ line: string }>(
    `select o.code || ' ' || c.valid as line from member_cell c join member m on m.id = c.member_id join organization o on o.id = c.cell_id
    where m.code = $1 order by lower(c.valid)`,
    [code],
  );
  return rows.map(({ line }) => line);
}

async function happened(code: string): Promise<string[]> {
  const rows = await desk.seed.rows<{ line: string }>(
    `select concat_ws(' ', e.kind, e.on_date, o.code, e.detail) as line from member_event e join member m on m.id = e.member_id
    join organization o on o.id = e.cell_id where m.code = $1 order by e.on_date, e.kind`,
    [code],
  );
  return rows.map(({ line }) => line);
}

test('a member comes with a cell and an admission', async () => {
  expect(await desk.take(file(member('M-1')))).toMatchObject({ outcome: 'TAKEN', subject: 'members', created: 1 });
  const [row] = await desk.seed.rows(
    `select full_name, sex, born_on::text, ethnicity, education, occupation, status from member where code = 'M-1'`,
  );
  expect(row).toEqual({
    full_name: 'Đảng viên A',
    sex: 'FEMALE',
    born_on: '1980-09-02',
    ethnicity: '01',
    education: 'UNIVERSITY',
    occupation: 'PUBLIC_EMPLOYEE',
    status: 'OFFICIAL',
  });
  expect(await stays('M-1')).toEqual(['C1 [2010-05-19,)']);
  expect(await happened('M-1')).toEqual(['ADMISSION 2010-05-19 C1']);
});

test('what is known of a member is changed, and nothing is written twice', async () => {
  await desk.take(file(member('M-2')));
  expect(await desk.take(file(member('M-2', { name: 'Đảng viên B' })))).toMatchObject({ created: 0, updated: 1 });
  expect(await desk.take(file(member('M-2', { name: 'Đảng viên B' }), ''))).toMatchObject({ updated: 0, unchanged: 1 });
  expect(await stays('M-2')).toEqual(['C1 [2010-05-19,)']);
  expect(await happened('M-2')).toEqual(['ADMISSION 2010-05-19 C1']);
});

test.each([
  [[member('X', { cell: 'NONE' })], ['ORGANIZATION_UNKNOWN cell 2']],
  [[member('X', { cell: 'OLD' })], ['ORGANIZATION_NOT_OPEN cell 2']],
  [[member('X', { cell: 'G' })], ['KIND_NOT_ALLOWED cell 2']],
  [[member('X', { admitted: '01/01/1970', official: '' })], ['EVENT_BEFORE_BIRTH admittedOn 2']],
  [[member('X', { official: '01/01/2010' })], ['EVENT_BEFORE_ADMISSION officialOn 2']],
  [[member('X', { sex: 'x' })], ['VALUE_NOT_ALLOWED sex 2']],
  [[member('X'), member('X', { cell: 'C2' })], ['MEMBER_IN_TWO_CELLS cell 2,3']],
  [[member('X'), member('Y'), member('X')], ['ROW_DUPLICATE code 2,4']],
  [[member('')], ['VALUE_MISSING code 2']],
])('%j is refused', async (rows, causes) => {
  const before = await desk.dump();
  const report = await desk.take(file(...rows));
  expect(report.outcome).toBe('REFUSED');
  expect(causesOf(report)).toEqual(causes);
  expect(await desk.dump()).toBe(before);
});

test('one who is in another cell does not come into a second one', async () => {
  await desk.take(file(member('M-3')));
  expect(causesOf(await desk.take(file(member('M-3', { cell: 'C2' }))))).toEqual(['MEMBER_IN_TWO_CELLS cell 2']);
});

const EVENTS = 'Mã đảng viên,Mã chi bộ,Loại sự kiện,Ngày,Nội dung';
const events = (...rows: string[]): string => [EVENTS, ...rows].join('\n');

test('events move members, make them official and end their stays', async () => {
  await desk.take(file(member('M-4', { admitted: '01/03/2020', official: '' })));
  const report = await desk.take(
    events(
      'M-4,C1,Chuyển chính thức,15/04/2021,',
      'M-4,C2,Chuyển đến,01/06/2022,',
      'M-4,C1,Chuyển đi,01/06/2022,',
      'M-4,C2,Kỷ luật,01/07/2022,Cảnh cáo',
      'M-4,C2,Ra khỏi Đảng,01/01/2024,',
    ),
  );
  expect(report).toMatchObject({ outcome: 'TAKEN', subject: 'member-events', created: 5, causes: [] });
  expect(await stays('M-4')).toEqual(['C1 [2020-03-01,2022-06-01)', 'C2 [2022-06-01,2024-01-01)']);
  const [row] = await desk.seed.rows(`select official_on::text, status from member where code = 'M-4'`);
  expect(row).toEqual({ official_on: '2021-03-01', status: 'LEFT' });
  expect(await happened('M-4')).toHaveLength(6);
  expect(await happened('M-4')).toContain('DISCIPLINE 2022-07-01 C2 WARNING');
});

test('events that are on record change nothing', async () => {
  await desk.take(file(member('M-5')));
  await desk.take(events('M-5,C2,Chuyển đến,01/06/2022,'));
  const again = await desk.take(events('M-5,C2,Chuyển đến,01/06/2022,', 'M-5,C2,Khen thưởng,01/06/2023,'));
  expect(again).toMatchObject({ outcome: 'TAKEN', created: 1, unchanged: 1 });
  expect(await stays('M-5')).toEqual(['C1 [2010-05-19,2022-06-01)', 'C2 [2022-06-01,)']);
});

test.each([
  ['NOBODY,C1,Kỷ luật,01/01/2022,WARNING', ['MEMBER_UNKNOWN member 2']],
  ['M-6,C2,Kỷ luật,01/01/2022,WARNING', ['MEMBER_NOT_IN_CELL cell 2']],
  ['M-6,C1,Kỷ luật,01/01/1979,WARNING', ['EVENT_BEFORE_BIRTH onDate 2', 'MEMBER_NOT_IN_CELL cell 2']],
  ['M-6,C1,Kỷ luật,01/01/2022,SHOUTING', ['VALUE_NOT_ALLOWED detail 2']],
  ['M-6,C1,Chuyển chính thức,01/06/2010,', ['VALUE_OUT_OF_RANGE onDate 2']],
  ['M-6,C2,Chuyển đến,01/01/2010,', ['EVENT_BEFORE_ADMISSION onDate 2', 'EVENT_IN_THE_PAST onDate 2']],
  ['M-6,OLD,Chuyển đến,01/01/2021,', ['ORGANIZATION_NOT_OPEN cell 2']],
])('%j is refused', async (row, causes) => {
  await desk.take(file(member('M-6')));
  const before = await desk.dump();
  expect(causesOf(await desk.take(events(row)))).toEqual(causes);
  expect(await desk.dump()).toBe(before);
});
