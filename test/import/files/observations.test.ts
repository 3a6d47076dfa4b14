import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from './desk.ts';
import { causesOf, openDesk } from './desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.seed.sources(['report']);
});

afterAll(async () => {
  await desk.close();
});

const HEADERS = 'Mã tổ chức,Mã chỉ tiêu,Kỳ,Giá trị,Mã nguồn';

test('a report goes in, and what it says is stored', async () => {
  const report = await desk.take(`${HEADERS}\nK52-01,MEMBERS_ADMITTED,2022,12,report\n`);
  expect(report).toMatchObject({ outcome: 'TAKEN', subject: 'observations', rows: 1, created: 1, causes: [] });
  const [row] = await desk.seed.rows(
    `select value, period_key, period::text, role, known_at <= now() as known from observation where source_id = 'report'`,
  );
  expect(row).toEqual({
    value: 12,
    period_key: '2022',
    period: '[2022-01-01,2023-01-01)',
    role: 'ACTUAL',
    known: true,
  });
});

test('what is wrong is told cause by cause', async () => {
  const before = await desk.dump();
  const report = await desk.take(
    [
      HEADERS,
      'K52-01,MEMBERS_ADMITTED,2021,1,report',
      'NOWHERE,MEMBERS_ADMITTED,2021,1,report',
      'K52-01,NOTHING,2021,1,report',
      'K52-01,MEMBERS_ADMITTED,31/02/2021,1,report',
      'K52-01,MEMBERS_ADMITTED,2020,x,nobody',
    ].join('\n'),
  );
  expect(report).toMatchObject({ outcome: 'REFUSED', rows: 5, created: 1, rejected: 4 });
  expect(causesOf(report)).toEqual([
    'INDICATOR_UNKNOWN indicator 4',
    'NUMBER_MALFORMED value 6',
    'ORGANIZATION_UNKNOWN organization 3',
    'PERIOD_MALFORMED period 5',
    'SOURCE_UNKNOWN source 6',
  ]);
  expect(await desk.dump()).toBe(before);
});

test('a correction that does not say when it became known is known last, though the clock was set back in between', async () => {
  const fact = (value: number): string => `${HEADERS}\nK52-01,MEMBERS_ADMITTED,2019,${value},report\n`;
  await desk.take(fact(7));
  // As it stands there if the clock was ahead by an hour then, and was set right since.
  await desk.seed.sql(
    `update observation set known_at = now() + interval '1 hour' where source_id = 'report' and period_key = '2019'`,
  );
  expect(await desk.take(fact(9))).toMatchObject({ outcome: 'TAKEN', updated: 1, created: 0 });
  const latest = await desk.seed.rows(
    `select value from observation where source_id = 'report' and period_key = '2019' order by known_at desc, id desc`,
  );
  expect(latest).toEqual([{ value: 9 }, { value: 7 }]);
  expect(await desk.take(`${fact(9)}\n`)).toMatchObject({ unchanged: 1, created: 0, updated: 0 });
});
