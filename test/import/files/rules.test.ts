import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workbookOf } from '../../../src/import/files/template/workbook.ts';
import type { Desk } from './desk.ts';
import { causesOf, openDesk } from './desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.seed.sources(['report']);
  await desk.seed.units([
    { code: 'P', kind: 'PROVINCE', parent: 'VN' },
    { code: 'G', kind: 'GRASSROOTS_COMMITTEE', parent: 'P', to: '2023-07-01' },
  ]);
});

afterAll(async () => {
  await desk.close();
});

const HEADERS = 'organization,indicator,role,period,dimensions,value,source,knownAt';
const file = (...rows: string[]): string => [HEADERS, ...rows].join('\n');

async function values(period: string): Promise<string[]> {
  const rows = await desk.seed.rows<{ line: string }>(
    `select value || ' ' || known_at::date as line from observation where source_id = 'report' and period_key = $1 order by known_at, id`,
    [period],
  );
  return rows.map(({ line }) => line);
}

test('a later figure of the same cell of data is a vintage: both are kept', async () => {
  const first = file('P,MEMBERS_ADMITTED,,2020,,10,report,01/02/2021');
  const second = file('P,MEMBERS_ADMITTED,,2020,,11,report,01/05/2021');
  expect(await desk.take(first)).toMatchObject({ created: 1, updated: 0 });
  expect(await desk.take(second)).toMatchObject({ created: 0, updated: 1 });
  expect(await values('2020')).toEqual(['10 2021-01-31', '11 2021-04-30']);
  const again = await desk.take(`${second}\n`);
  expect(again).toMatchObject({ outcome: 'TAKEN', created: 0, updated: 0, unchanged: 1 });
});

test('the same file twice changes nothing, and says so', async () => {
  const content = file('P,MEMBERS_ADMITTED,,2019,,10,report,');
  const first = await desk.take(content);
  await desk.take(file('P,MEMBERS_ADMITTED,,2019,,12,report,'));
  const before = await desk.dump();
  expect(await desk.take(content)).toMatchObject({ outcome: 'KNOWN', sha256: first.sha256, rows: 1, unchanged: 1 });
  expect(await desk.dump()).toBe(before);
});

test('two who send it at once: one file goes in, once', async () => {
  const content = file('P,MEMBERS_ADMITTED,,2018,,10,report,');
  const reports = await Promise.all([1, 2, 3].map(() => desk.take(content)));
  expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['KNOWN', 'KNOWN', 'TAKEN']);
  expect(await values('2018')).toHaveLength(1);
});

test('a dry run returns the report of the real one, and changes nothing', async () => {
  const rows = file('P,MEMBERS_ADMITTED,,2017,,10,report,', 'NOWHERE,MEMBERS_ADMITTED,,2017,,10,report,');
  const before = await desk.dump();
  for (const acceptValid of [false, true]) {
    const dry = await desk.take(rows, { dryRun: true, acceptValid });
    expect(await desk.dump()).toBe(before);
    expect(await desk.take(rows, { acceptValid })).toEqual(dry);
  }
  expect(await values('2017')).toHaveLength(1);
});

test.each([
  ['G,MEMBERS_ADMITTED,,2024,,1,report,', ['ORGANIZATION_NOT_OPEN period 2']],
  ['G,PARTY_MEMBERS,,31/12/2023,,1,report,', ['ORGANIZATION_NOT_OPEN period 2']],
  ['G,MEMBERS_ADMITTED,,TERM-2025-2030,,1,report,', ['ORGANIZATION_NOT_OPEN period 2']],
  ['G,DISCIPLINE_CASES,,2022,,1,report,', ['INDICATOR_UNKNOWN indicator 2']],
  ['G,PARTY_MEMBERS,,2022,FORM=REPRIMAND,1,report,', ['DIMENSION_UNKNOWN dimensions 2']],
  ['G,PARTY_MEMBERS,,2022,SEX=BOTH,1,report,', ['DIMENSION_UNKNOWN dimensions 2']],
  ['G,PARTY_MEMBERS,,2022,SEX,1,report,', ['VALUE_MALFORMED dimensions 2']],
  ['G,PARTY_MEMBERS,Ước,2022,,1,report,', ['VALUE_NOT_ALLOWED role 2']],
  ['G,PARTY_MEMBERS,,2022,,1,report,31/31/2022', ['DATE_MALFORMED knownAt 2']],
])('%s is refused', async (row, causes) => {
  const before = await desk.dump();
  expect(causesOf(await desk.take(file(row)))).toEqual(causes);
  expect(await desk.dump()).toBe(before);
});

test.each([
  ['G,MEMBERS_ADMITTED,,2023,,1,report,'],
  ['G,PARTY_MEMBERS,,30/06/2023,SEX=Nữ,1,report,'],
  ['G,PARTY_MEMBERS,Kế hoạch,TERM-2020-2025,,1,report,'],
])('%s is taken', async (row) => {
  expect(await desk.take(file(row))).toMatchObject({ outcome: 'TAKEN', created: 1, causes: [] });
});

const MIXED = file(
  'P,MEMBERS_ADMITTED,,2016,,10,report,',
  'P,MEMBERS_ADMITTED,,2016-13,,10,report,',
  'P,"NO, SUCH",,2015,,1,report,',
);

test('rejected rows come back in the form of the file, with reasons, and go in once mended', async () => {
  const rejectedTo = join(desk.folder, 'rejected.csv');
  expect(await desk.take(MIXED, { acceptValid: true, rejectedTo })).toMatchObject({
    outcome: 'TAKEN',
    created: 1,
    rejected: 2,
  });
  const rejected = await readFile(rejectedTo, 'utf8');
  const [headers, ...rows] = rejected.replace('\uFEFF', '').trim().split('\n');
  expect(headers).toBe(`${HEADERS},Lý do từ chối`);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/^P,MEMBERS_ADMITTED,,2016-13,,10,report,,"?PERIOD_MALFORMED \(period = 2016-13\): /);
  const mended = rejected.replace('2016-13', '2016-12').replace('"NO, SUCH"', 'MEMBERS_ADMITTED');
  expect(await desk.take(mended)).toMatchObject({ outcome: 'TAKEN', created: 2, causes: [] });
});

test('rejected rows of a workbook and of JSON Lines can be sent again, too', async () => {
  const rejectedTo = join(desk.folder, 'rejected');
  const cells = MIXED.split('\n').map((line) => line.replace('"NO, SUCH"', 'NOTHING').split(','));
  const book = await workbookOf('A', cells);
  await desk.take(book, { acceptValid: true, rejectedTo });
  const expected = { outcome: 'REFUSED', rows: 2, rejected: 2 };
  expect(await desk.take(await readFile(rejectedTo))).toMatchObject(expected);
  const [headers = [], ...rows] = cells;
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [headers[at], cell]))));
  await desk.take(lines.join('\n'), { acceptValid: true, rejectedTo });
  expect(await desk.take(await readFile(rejectedTo))).toMatchObject(expected);
});
