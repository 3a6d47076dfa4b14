import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { ImportOptions } from '../../../src/import/files/import-file.ts';
import type { ImportReport } from '../../../src/import/files/report.ts';
import type { Asker } from '../../support/server.ts';
import type { ReportAnswer, ReportWorld } from '../../reports/world.ts';
import { levels, openReports, take } from '../../reports/world.ts';
import type { Desk } from './desk.ts';
import { causesOf, openDesk } from './desk.ts';

/** Figures that a unit sends in a file wait in its reports. */
let desk: Desk;
let world: ReportWorld;

beforeAll(async () => {
  desk = await openDesk();
  world = await openReports(desk.database.url);
  await desk.seed.sources(['paper']);
});

afterAll(async () => {
  await world.close();
  await desk.close();
});

const HEADERS = ['Mã tổ chức', 'Mã chỉ tiêu', 'Kỳ', 'Giá trị', 'Mã nguồn', 'Biết từ ngày'];
const MORE = ['Thuộc báo cáo kỳ', 'Mã biểu mẫu'];
const fileOf = (...rows: string[]): string => [[...HEADERS, ...MORE].join(), ...rows].join('\n');
const row = (unit: string, period: string, value: number, more = ',,,'): string =>
  `${unit},MEMBERS_ADMITTED,${period},${value},${more}`;

/** Brings a file in as somebody of the committee. */
async function send(content: string, more: Partial<ImportOptions> = {}, unit = 'R-G'): Promise<ImportReport> {
  const subject = `clerk of ${unit}`;
  const scope = { unit, today: '2026-11-01', actor: { subject, role: 'OFFICER', unit } };
  return desk.take(content, { scope, by: subject, ...more });
}

interface Waiting extends ReportAnswer {
  readonly period: string;
  readonly organization: { readonly code: string };
  readonly figures: readonly { value: number; indicator: { code: string }; source: { id: string } | null }[];
  readonly events: readonly { kind: string; by: string; role: string; unit: string | null }[];
}

async function reportOf(asker: Asker, unit: string, period: string): Promise<Waiting | undefined> {
  const { reports } = await asker.data<{ reports: { nodes: Waiting[] } }>(
    `query ($unit: String!, $period: Period!) { reports(unit: $unit, period: $period) { nodes {
      id state version revision period organization { code } figures { value indicator { code } source { id } }
      events { kind by role unit } } } }`,
    { unit, period },
  );
  return reports.nodes.find(({ organization }) => organization.code === unit);
}

async function known(unit: string, period: string): Promise<Waiting> {
  const report = await reportOf(world.committee, unit, period);
  if (!report) throw new Error(`${unit} has no report for ${period}`);
  return report;
}

test('they count at no level before the level above has approved them, and then at every one', async () => {
  const file = fileOf(row('R-C1', '2025-Q1', 4, 'paper,,,'), row('R-C2', '2025-Q1', 5));
  const before = await desk.dump();
  const dry = await send(file, { dryRun: true });
  expect(await desk.dump()).toBe(before);
  expect(await send(file)).toEqual(dry);
  expect(dry).toMatchObject({ outcome: 'TAKEN', created: 2, causes: [] });
  expect(await levels(world.administrator, '2025-Q1')).toEqual([null, null, null, null, null]);
  const drafted = await known('R-C1', '2025-Q1');
  expect(drafted).toMatchObject({
    state: 'DRAFT',
    version: 1,
    figures: [{ value: 4, indicator: { code: 'MEMBERS_ADMITTED' }, source: { id: 'paper' } }],
    events: [{ kind: 'DRAFTED', by: 'clerk of R-G', role: 'OFFICER', unit: 'R-G' }],
  });
  await take(world.bloc, 'approve', await take(world.cell, 'submit', drafted));
  expect(await levels(world.administrator, '2025-Q1')).toEqual([4, 4, 4, 4, 4]);
  await take(world.bloc, 'approve', await take(world.committee, 'submit', await known('R-C2', '2025-Q1')));
  expect(await levels(world.administrator, '2025-Q1')).toEqual([4, 9, 9, 9, 9]);
  const sources = await desk.seed.rows(
    `select source_id like 'report-%' as own, source_id = 'paper' as named from observation where report_id is not null order by id`,
  );
  expect(sources).toEqual([
    { own: false, named: true },
    { own: true, named: false },
  ]);
});

test('the same file twice changes nothing, nor do the same figures in another file', async () => {
  const rows = [row('R-C1', '2025-Q2', 1), row('R-C2', '2025-Q2', 2)];
  await send(fileOf(...rows));
  const before = await desk.dump();
  expect(await send(fileOf(...rows))).toMatchObject({ outcome: 'KNOWN', unchanged: 2 });
  expect(await desk.dump()).toBe(before);
  const revision = (await known('R-C1', '2025-Q2')).revision;
  expect(await send(fileOf(...rows.toReversed()))).toMatchObject({ outcome: 'TAKEN', unchanged: 2 });
  expect((await known('R-C1', '2025-Q2')).revision).toBe(revision);
  expect(await send(fileOf(row('R-C1', '2025-Q2', 3), rows[1] ?? ''))).toMatchObject({ updated: 1, unchanged: 1 });
  expect(await known('R-C1', '2025-Q2')).toMatchObject({ revision: revision + 1, figures: [{ value: 3 }] });
});

test('from one who may change everything the very same file counts at once, and from another unit it is another', async () => {
  const file = fileOf(row('R-C1', '2025-Q3', 6, 'paper,,,'));
  await send(file);
  expect(await send(file, {}, 'R-B2')).toMatchObject({ outcome: 'REFUSED', causes: [{ code: 'FORBIDDEN' }] });
  expect(await send(file, {}, 'R-B')).toMatchObject({ outcome: 'TAKEN', unchanged: 1 });
  expect(await desk.take(file)).toMatchObject({ outcome: 'TAKEN', created: 1 });
  expect(await levels(world.administrator, '2025-Q3')).toEqual([6, 6, 6, 6, 6]);
});

test('figures that were handed in or approved are locked; saying them again is no change', async () => {
  const locked = {
    outcome: 'REFUSED',
    created: 0,
    updated: 0,
    rejected: 1,
    causes: [{ code: 'FIGURE_LOCKED', rows: [2] }],
  };
  const again = { outcome: 'TAKEN', unchanged: 1, causes: [] };
  let spare = 0;
  const other = (): string => '\n'.repeat((spare += 1));
  const figure = row('R-C1', '2025-10', 7);
  await send(fileOf(figure));
  const submitted = await take(world.cell, 'submit', await known('R-C1', '2025-10'));
  const check = async (): Promise<void> => {
    expect(await send(fileOf(row('R-C1', '2025-10', 8) + other()))).toMatchObject(locked);
    expect(await send(fileOf(`R-C1,MEMBERS_DISCIPLINED,2025-10,1,,,,`))).toMatchObject(locked);
    expect(await send(fileOf(figure) + other())).toMatchObject(again);
  };
  await check();
  const approved = await take(world.bloc, 'approve', submitted);
  await check();
  expect(await desk.take(fileOf(row('R-C1', '2025-10', 8, 'paper,,,')))).toMatchObject(locked);
  await take(world.bloc, 'reopen', approved, 'miscounted');
  expect(await send(fileOf(row('R-C1', '2025-10', 8)))).toMatchObject({ outcome: 'TAKEN', updated: 1 });
  expect(await levels(world.administrator, '2025-10')).toEqual([7, 7, 7, 7, 7]);
  const second = await take(world.cell, 'submit', await known('R-C1', '2025-10'));
  await take(world.bloc, 'approve', second);
  expect(await levels(world.administrator, '2025-10')).toEqual([8, 8, 8, 8, 8]);
});

test('a file waits for whoever is at a report, and finds it as they left it', async () => {
  await send(fileOf(row('R-C1', '2025-11', 1)));
  const { id, revision } = await known('R-C1', '2025-11');
  const holder = new pg.Client({ connectionString: desk.database.url });
  await holder.connect();
  await holder.query(`begin; update report set state = 'SUBMITTED' where id = ${id}`);
  const sending = send(fileOf(row('R-C1', '2025-11', 2)));
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let turn = 0; turn < 100 && (await desk.seed.rows(waits)).length === 0; turn += 1) await wait(50);
  await holder.query('commit');
  await holder.end();
  expect(await sending).toMatchObject({ outcome: 'REFUSED', causes: [{ code: 'FIGURE_LOCKED' }] });
  expect(await known('R-C1', '2025-11')).toMatchObject({ state: 'SUBMITTED', revision, figures: [{ value: 1 }] });
});

test('a report may have figures of days within it, if they say that they are its', async () => {
  const report = await send(
    fileOf(
      row('R-C1', '2025-Q4', 2),
      'R-C1,PARTY_MEMBERS,31/12/2025,30,,,Quý 4/2025,',
      'R-C1,PARTY_MEMBERS,31/12/2025,31,,,,',
    ),
  );
  expect(report).toMatchObject({ outcome: 'TAKEN', created: 3 });
  expect((await known('R-C1', '2025-Q4')).figures.map(({ value }) => value)).toEqual([2, 30]);
  expect((await known('R-C1', '2025-12-31')).figures.map(({ value }) => value)).toEqual([31]);
});

test('what fits no report is told', async () => {
  await desk.seed.rows(
    `insert into indicator_set (code, name, name_en, indicators) values ('B7', 'Biểu', 'Form', '{MEMBERS_ADMITTED}')`,
  );
  const before = await desk.dump();
  const report = await send(
    fileOf(
      row('R-C1', '2024', 1, ',,,B7'),
      row('R-C1', '2024', 2, ',01/01/2025,,'),
      row('R-C1', '2024-12', 3, ',,2023,'),
      row('R-C1', 'Không rõ', 4),
      row('R-C1', '2024', 5, ',,,B8'),
      'R-C1,MEMBERS_DISCIPLINED,2024,6,,,,B7',
      row('R-C1', '2024', 7, 'nobody,,,B7'),
    ),
  );
  expect(report).toMatchObject({ outcome: 'REFUSED', rejected: 7 });
  expect(causesOf(report)).toEqual([
    'INDICATOR_SET_UNKNOWN indicatorSet 6',
    'REPORT_FIGURE_REFUSED indicatorSet 7',
    'REPORT_FIGURE_REFUSED knownAt 3',
    'REPORT_FIGURE_REFUSED period 5',
    'REPORT_FIGURE_REFUSED reportPeriod 4',
    'ROW_DUPLICATE period 2,8',
    'SOURCE_UNKNOWN source 8',
  ]);
  expect(await desk.dump()).toBe(before);
  const atOnce = await desk.take(fileOf(row('R-C1', '2024', 1, 'paper,,2024,'), row('R-C2', '2024', 1)));
  expect(causesOf(atOnce)).toEqual(['REPORT_FIGURE_REFUSED reportPeriod 2', 'VALUE_MISSING source 3']);
});
