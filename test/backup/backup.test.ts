import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { verifyReadings } from '../../src/access/verify-readings.ts';
import { backUp } from '../../src/database/backup/backup.ts';
import { restore } from '../../src/database/backup/restore.ts';
import type { TestDatabase } from '../support/database.ts';
import { createEmptyDatabase } from '../support/database.ts';
import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** A whole database goes into a folder and comes out of it elsewhere: same roll-ups, same record of readings. */

let folder: string;
let backup: string;
let first: TestServer;
let second: TestServer | undefined;
let empty: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangbo-backup-'));
  backup = join(folder, 'monday');
  first = await startTestServer();
  empty = await createEmptyDatabase();
  const seed = await Seed.open(first.database.url);
  await seed.units([{ code: 'H509-B1', kind: 'GRASSROOTS_CELL', parent: 'H509', from: '2020-01-01' }]);
  await seed.sql(`
    insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status, synthetic)
    select 'Người ' || number, 'MALE', '1980-01-01', 'Kinh', 'UNIVERSITY', 'CIVIL_SERVANT', '2021-02-03', 'OFFICIAL', true
    from generate_series(1, 7) as number`);
  await seed.sql(`
    insert into member_cell (member_id, cell_id, valid)
    select m.id, o.id, '[2021-02-03,)' from member m, organization o where o.code = 'H509-B1'`);
  await seed.sql(`
    insert into member_reading (subject, role, unit, member_ids, fields, operation, document)
    select 'officer', 'OFFICER', 'H509', array[id], '{fullName}', 'Page', 'abc' from member`);
  await seed.close();
  await backUp(first.database.url, backup);
}, 60_000);
afterAll(async () => {
  await first.stop();
  await second?.stop();
  await empty.drop();
  await rm(folder, { recursive: true, force: true });
});

const UNITS = ['VN', 'T49', 'H509', 'K52-01'];
const QUESTION = `query ($unit: String!, $code: IndicatorCode!) {
  organization(code: $unit) {
    indicator(code: $code, period: "2023") { value status numerator denominator qualifier coverage { expected answered } sources { id } }
  }
}`;

/** The figures of every indicator, of several units. */
async function rollups(server: TestServer): Promise<unknown[]> {
  const { indicators } = await server.data<{ indicators: { code: string }[] }>('{ indicators { code } }');
  const asked = UNITS.flatMap((unit) => indicators.map(({ code }) => server.ask(QUESTION, { unit, code })));
  return Promise.all(asked);
}

async function on<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return run(client).finally(() => client.end());
}

test('restored into an empty database, every roll-up and the record of readings are the same', async () => {
  const manifest = await restore(empty.url, backup);
  expect(manifest.tables.find(({ name }) => name === 'member')?.rows).toBe(7);
  second = await startTestServer({ url: empty.url });
  const [before, after] = [await rollups(first), await rollups(second)];
  expect(after).toEqual(before);
  expect(JSON.stringify(before)).toMatch(/"value":7\b/);
  const readings = await on(first.database.url, verifyReadings);
  expect(readings).toMatchObject({ rows: 7, flaws: [] });
  expect(await on(empty.url, verifyReadings)).toEqual(readings);
}, 240_000);

test('what is written afterwards goes on where the first one stood', async () => {
  const seed = await Seed.open(empty.url);
  await seed.units([{ code: 'H509-B2', kind: 'GRASSROOTS_CELL', parent: 'H509', from: '2020-01-01' }]);
  await seed.sql(
    `insert into member_reading (subject, role, member_ids, fields, document) values ('x', 'OFFICER', '{1}', '{}', 'd')`,
  );
  await seed.close();
  expect(await second?.ask('{ organization(code: "H509-B2") { code } }')).toEqual({
    data: { organization: { code: 'H509-B2' } },
  });
  expect(await on(empty.url, verifyReadings)).toMatchObject({ rows: 8, flaws: [] });
  await expect(
    on(empty.url, (client) =>
      client.query(
        `update placement set valid = daterange('2020-01-01', null), parent_id = organization_id where parent_id is not null`,
      ),
    ),
  ).rejects.toThrow(/placement/);
}, 60_000);

test('a backup is for its owner alone', async () => {
  expect((await stat(backup)).mode & 0o077).toBe(0);
  expect((await stat(join(backup, 'member.copy.zst'))).mode & 0o077).toBe(0);
  expect(await readFile(join(backup, 'manifest.json'), 'utf8')).not.toContain('Người');
});

test('neither a folder nor a database that is in use is written over', async () => {
  await expect(backUp(first.database.url, backup)).rejects.toThrow(/is there already/);
  await expect(restore(first.database.url, backup)).rejects.toThrow(/the database is not empty: it has a table/);
});

test('a damaged backup touches nothing', async () => {
  const other = await createEmptyDatabase();
  await appendFile(join(backup, 'observation.copy.zst'), 'x');
  await expect(restore(other.url, backup)).rejects.toThrow(/observation.copy.zst is not as it was written/);
  const { rows } = await on(other.url, (client) => client.query(`select from pg_tables where schemaname = 'public'`));
  expect(rows).toEqual([]);
  await other.drop();
});
