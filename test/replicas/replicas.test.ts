import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PublishedFiguresSeeder } from '../../seeds/PublishedFiguresSeeder.ts';
import { verifyReadings } from '../../src/access/verify-readings.ts';
import type { EmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { migrateUp, openOrm } from '../../src/database/orm.ts';
import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { signedToken } from '../support/tokens.ts';
import { startReplica } from './replica.ts';

/** Two servers answer from one replica of a primary, by real streaming replication. */

let folder: string;
let primary: EmbeddedPostgres;
let replica: EmbeddedPostgres;
let first: TestServer;
let second: TestServer;
let seed: Seed;
let control: Seed;

/** An address at which nobody answers, among the replicas. */
const GONE = 'postgres://nobody@127.0.0.1:1/none';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangbo-replicas-'));
  await chmod(folder, 0o755);
  primary = await startEmbeddedPostgres({
    dataDir: join(folder, 'primary'),
    durable: true,
    settings: { fsync: 'off' },
  });
  const orm = await openOrm(primary.url);
  await migrateUp(orm);
  await orm.seeder.seed(PublishedFiguresSeeder);
  await orm.close(true);
  replica = await startReplica(primary, join(folder, 'primary'), join(folder, 'replica'));
  const at = { url: primary.url, replicaUrls: [GONE, replica.url] };
  first = await startTestServer({ ...at, replicaMaxLag: 3600 });
  second = await startTestServer({ ...at, replicaMaxLag: 1 });
  seed = await Seed.open(primary.url);
  control = await Seed.open(replica.url);
}, 120_000);
afterAll(async () => {
  await control.close();
  await seed.close();
  await first.stop();
  await second.stop();
  await replica.stop();
  await primary.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const pause = (): Promise<void> => control.sql('select pg_wal_replay_pause()');
/** Goes on, and waits until the replica has everything. */
async function goOn(): Promise<void> {
  await control.sql('select pg_wal_replay_resume()');
  const [row] = await seed.rows<{ at: string }>('select pg_current_wal_insert_lsn()::text as at');
  await eventually(async () => {
    const [state] = await control.rows<{ there: boolean }>('select pg_last_wal_replay_lsn() >= $1::pg_lsn as there', [
      row?.at,
    ]);
    return state?.there === true;
  });
}

async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    if (await check()) return;
    await sleep(50);
  }
  throw new Error('it did not come');
}

const rename = (name: string): Promise<void> =>
  seed.sql(`update organization set name = $1 where code = 'H509'`, [name]);
const QUESTION = '{ organization(code: "H509") { name } }';

async function nameAt(server: TestServer, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: QUESTION }),
  });
  const { data } = (await response.json()) as { data: { organization: { name: string } } };
  return data.organization.name;
}

test('questions are answered from the replica', async () => {
  await rename('Một');
  await goOn();
  await eventually(async () => (await nameAt(first)) === 'Một');
  await pause();
  await rename('Hai');
  expect(await nameAt(first)).toBe('Một');
  await goOn();
  expect(await nameAt(first)).toBe('Hai');
}, 60_000);

test('a transaction that began early and ended late is not missed on a replica', async () => {
  const early = await Seed.open(primary.url);
  await early.sql('begin');
  await early.sql(`update organization set name = 'Sớm' where code = 'H513'`);
  for (const name of ['Ba', 'Bốn']) {
    await rename(name);
    await goOn();
    expect(await nameAt(first)).toBe(name);
  }
  await early.sql('commit');
  await early.close();
  await goOn();
  expect(await first.data('{ organization(code: "H513") { name } }')).toEqual({ organization: { name: 'Sớm' } });
}, 60_000);

test('who has written sees it at once, at whichever server, though the replica has not got it', async () => {
  await goOn();
  await nameAt(second);
  await pause();
  const mutation = `mutation { renameOrganization(input: { code: "H509", name: "Năm", on: "2024-01-01", decision: "1-QĐ" }) { operation { id } } }`;
  const response = await fetch(first.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await signedToken({ role: 'ADMINISTRATOR' })}`,
    },
    body: JSON.stringify({ query: mutation }),
  });
  expect(await response.json()).toEqual({
    data: { renameOrganization: { operation: { id: expect.any(String) as string } } },
  });
  const seen = response.headers.get('dangbo-seen') ?? '';
  expect(seen).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
  expect(response.headers.get('set-cookie')).toContain(`dangbo-seen=${seen};`);
  for (const server of [first, second]) {
    expect(await nameAt(server, { 'dangbo-seen': seen })).toBe('Năm');
    expect(await nameAt(server, { cookie: `other=1; dangbo-seen=${seen}` })).toBe('Năm');
  }
  await goOn();
  for (const server of [first, second]) expect(await nameAt(server)).toBe('Năm');
}, 60_000);

const MEMBERS = `
  with made as (
    insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status, synthetic)
    select 'Người ' || number, 'FEMALE', '1980-01-01', 'Kinh', 'UNIVERSITY', 'CIVIL_SERVANT', '2021-02-03', 'OFFICIAL', true
    from generate_series(1, 3) as number returning id)
  insert into member_cell (member_id, cell_id, valid)
  select made.id, cell.id, '[2021-02-03,)' from made, organization cell where cell.code = 'K52-01-C1'`;

test('readings of members are written at the primary, one statement after the other, however requests read', async () => {
  await seed.units([{ code: 'K52-01-C1', kind: 'GRASSROOTS_CELL', parent: 'K52-01', from: '2020-01-01' }]);
  await seed.sql(MEMBERS);
  await goOn();
  const administrator = await first.as({ role: 'ADMINISTRATOR' });
  const ask = (alias: string): Promise<unknown> =>
    administrator.data(
      `{ organization(code: "K52-01-C1") { ... on GrassrootsOrganization { members { nodes { ${alias}: fullName } } } } }`,
    );
  await ask('warm');
  await seed.sql('begin');
  await seed.sql('select from member_reading_head for update');
  const { statements } = await first.watch(async () => {
    const asked = Array.from({ length: 8 }, (_, at) => ask(`n${at}`));
    await sleep(1_000);
    await seed.sql('commit');
    return Promise.all(asked);
  });
  // The first waits for the lock, and all that came meanwhile goes into the next.
  expect(statements.filter(({ name }) => name === 'member-readings')).toHaveLength(2);
  const written = await seed.rows<{ rows: number; members: number }>(
    'select count(*)::int as rows, max(cardinality(member_ids)) as members from member_reading',
  );
  expect(written).toEqual([{ rows: 9, members: 3 }]);
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  expect(await verifyReadings(client)).toMatchObject({ rows: 9, flaws: [] });
  await client.end();
}, 60_000);

test('a replica that lags beyond the bound is left out until it has caught up', async () => {
  const lag = async (): Promise<string> =>
    /dangbo_replica_lag_seconds\{replica="1"\} (\S+)/.exec(
      await (await fetch(new URL('/metrics', second.url))).text(),
    )?.[1] ?? '';
  await goOn();
  await eventually(async () => (await lag()) === '0');
  await pause();
  await rename('Sáu');
  await eventually(async () => (await nameAt(second)) === 'Sáu');
  expect(await lag()).toBe('-1');
  await goOn();
  await eventually(async () => (await lag()) === '0');
}, 60_000);

test('a replica that is gone costs no answer', async () => {
  await goOn();
  const asking = Array.from({ length: 20 }, async (_, at) => {
    await sleep(at * 20);
    return nameAt(first);
  });
  await control.close();
  await replica.stop();
  for (const name of await Promise.all(asking)) expect(name).toBe('Sáu');
  await rename('Bảy');
  expect(await nameAt(first)).toBe('Bảy');
  expect([...first.unexpected, ...second.unexpected]).toEqual([]);
}, 60_000);
