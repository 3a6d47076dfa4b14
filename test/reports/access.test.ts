import pg from 'pg';
import { memberAccess } from '../../src/access/member-access.ts';
import type { Viewer } from '../../src/access/viewer.ts';
import { openAppPool } from '../../src/database/app-pool.ts';
import { Statements } from '../../src/database/statements.ts';
import { sightOf } from '../../src/protection/sight.ts';
import { makeLoaders } from '../../src/loaders/request.ts';
import { SnapshotStore } from '../../src/loaders/snapshot/store.ts';
import { dayOf } from '../../src/periods/day.ts';
import { parsePeriod } from '../../src/periods/parse.ts';
import type { Asker } from '../support/server.ts';
import type { ReportWorld } from './world.ts';
import { admitted, draft, openReports, take } from './world.ts';

/** Who sees which reports, by the schema and by each of the two layers alone. */
let world: ReportWorld;
let appPool: pg.Pool;
let ownerPool: pg.Pool;
let id: string;
beforeAll(async () => {
  world = await openReports();
  const { cell, committee, otherBloc, server } = world;
  appPool = await openAppPool(server.database.url);
  ownerPool = new pg.Pool({ connectionString: server.database.url, max: 2 });
  ({ id } = await take(cell, 'submit', await draft(cell, 'R-C1', '2025-Q1', [admitted(1)])));
  await draft(committee, 'R-C2', '2025-Q1', [admitted(2)]);
  await draft(otherBloc, 'R-B2', '2025-Q1', [admitted(3)]);
});
afterAll(async () => {
  await Promise.all([appPool.end(), ownerPool.end()]);
  await world.close();
});

const LIST = `query ($unit: String, $states: [ReportState!]) { reports(unit: $unit, period: "2025-Q1", states: $states) {
  totalCount nodes { organization { code } state figures { value } events { kind } } } }`;

async function seen(asker: Asker, variables: object = {}): Promise<string[]> {
  const { reports } = await asker.data<{
    reports: { totalCount: number; nodes: { organization: { code: string } }[] };
  }>(LIST, variables);
  expect(reports.totalCount).toBe(reports.nodes.length);
  return reports.nodes.map(({ organization }) => organization.code);
}

test('officers see the reports of their unit and of all below it', async () => {
  const { cell, committee, bloc, otherBloc, administrator } = world;
  expect(await seen(cell)).toEqual(['R-C1']);
  expect(await seen(committee)).toEqual(['R-C1', 'R-C2']);
  expect(await seen(bloc)).toEqual(['R-C1', 'R-C2']);
  expect(await seen(otherBloc)).toEqual(['R-B2']);
  expect(await seen(administrator)).toEqual(['R-C1', 'R-C2', 'R-B2']);
  expect(await seen(administrator, { unit: 'R-B' })).toEqual(['R-C1', 'R-C2']);
  expect(await seen(administrator, { unit: 'R-C2' })).toEqual(['R-C2']);
  expect(await seen(otherBloc, { unit: 'R-B' })).toEqual([]);
  expect(await seen(bloc, { states: ['SUBMITTED'] })).toEqual(['R-C1']);
});

test('others see none, on whatever road', async () => {
  const { server, otherBloc } = world;
  const byId = `{ report(id: "${id}") { state } }`;
  const ofUnit = `{ organization(code: "R-C1") { reports { totalCount nodes { id } } } }`;
  for (const asker of [server, await server.as({ role: 'ANALYST' })]) {
    for (const question of [byId, ofUnit, '{ reports { totalCount } }']) {
      expect((await asker.ask(question)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  }
  expect(await otherBloc.data(byId)).toEqual({ report: null });
  expect(await otherBloc.data(ofUnit)).toEqual({ organization: { reports: { totalCount: 0, nodes: [] } } });
  const missing = `{ organization(code: "R-G") { notSubmitted(period: "2025-Q1") { totalCount } } }`;
  expect((await otherBloc.ask(missing)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

const TODAY = dayOf(2026, 3, 2);
const viewerOf = (unit: string): Viewer => ({ role: 'OFFICER', subject: 'officer', unit });

/** What the loaders give with one layer switched off. */
async function through(pool: pg.Pool, viewer: Viewer, sees: (unit: number | null) => boolean): Promise<unknown> {
  const statements = Statements.on(pool);
  const snapshot = await new SnapshotStore(statements).current();
  const loaders = makeLoaders(
    snapshot,
    statements,
    memberAccess(statements, viewer, sees, TODAY),
    sightOf(viewer, sees, 5),
  );
  const report = await loaders.reportById.load(Number(id));
  const page = await loaders.reportPages.load({ periodKey: '2025-Q1', first: 10, afterId: 0 });
  const wanted = { indicator: 'MEMBERS_ADMITTED', role: 'ACTUAL', period: parsePeriod('2025-Q1') } as const;
  const pending = await loaders.pendingFacts.load({ ...wanted, states: ['DRAFT', 'SUBMITTED'] });
  return { report: report?.id ?? null, page: page.rows.length, pending: pending.map(({ value }) => value) };
}

test('the database alone holds it', async () => {
  const anyone = (): boolean => true;
  expect(await through(appPool, viewerOf('R-C1'), anyone)).toEqual({ report: Number(id), page: 1, pending: [1] });
  expect(await through(appPool, viewerOf('R-B2'), anyone)).toEqual({ report: null, page: 1, pending: [3] });
  const nobody: Viewer = { role: 'PUBLIC', subject: 'anonymous', unit: null };
  expect(await through(appPool, nobody, anyone)).toEqual({ report: null, page: 0, pending: [] });
});

test('the process alone holds it', async () => {
  const [other] = await world.seed.rows<{ id: number }>(`select id from organization where code = 'R-B2'`);
  const ofOther = (unit: number | null): boolean => unit === other?.id;
  expect(await through(ownerPool, viewerOf('R-B2'), ofOther)).toEqual({ report: null, page: 1, pending: [3] });
});

test('events and figures are not to be had past their report, and nothing of it can be written by the server’s role', async () => {
  for (const table of ['report', 'report_event', 'report_figure']) {
    expect((await appPool.query(`select from ${table}`)).rowCount).toBe(0);
    await expect(appPool.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
  }
});
