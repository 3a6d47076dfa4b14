import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { TestServer } from '../../support/server.ts';
import { startTestServer } from '../../support/server.ts';
import { Seed } from '../../support/seed.ts';
import { MEMBER_HEADERS, memberRows } from './member-rows.ts';
import type { Job } from './send.ts';
import { JOB, leftOver, sendFile, uploads } from './send.ts';

/** Imports that take their time, over the net. */
const ADMINISTRATOR = { role: 'administrator' };
const ROWS = 3_000;
let server: TestServer;
let other: TestServer;
let seed: Seed;
let holder: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer({ url: server.database.url });
  seed = await Seed.open(server.database.url);
  await seed.units([
    { code: 'P', kind: 'PROVINCE', parent: 'VN' },
    { code: 'G', kind: 'GRASSROOTS_CELL', parent: 'P' },
  ]);
  holder = new pg.Client({ connectionString: server.database.url });
  await holder.connect();
});

afterAll(async () => {
  await holder.end();
  await seed.close();
  expect([...server.unexpected, ...other.unexpected]).toEqual([]);
  await other.stop();
  await server.stop();
});

const KEY = `7203917, hashtext('members')`;

/** As if somebody else brought members in meanwhile, for as long as something is done. */
async function whileOthersWork<T>(run: () => Promise<T>): Promise<T> {
  await holder.query(`select pg_advisory_lock(${KEY})`);
  try {
    return await run();
  } finally {
    await holder.query(`select pg_advisory_unlock(${KEY})`);
  }
}

function members(prefix: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync([MEMBER_HEADERS, ...memberRows(ROWS, prefix, ['G'])].join('\n')));
}

async function begin(prefix: string): Promise<Job> {
  const { job, codes } = await sendFile(server, members(prefix), ADMINISTRATOR);
  if (!job) throw new Error(codes.join());
  return job;
}

async function seen(id: string, from = server): Promise<Job> {
  const asker = await from.as(ADMINISTRATOR);
  return (await asker.data<{ job: Job }>(`query ($id: ID!) { job: importJob(id: $id) { ${JOB} } }`, { id })).job;
}

async function stop(id: string, at = server): Promise<Job> {
  const asker = await at.as(ADMINISTRATOR);
  return (await asker.data<{ job: Job }>(`mutation ($id: ID!) { job: stopImport(id: $id) { ${JOB} } }`, { id })).job;
}

async function settled(id: string): Promise<Job> {
  for (let turn = 0; turn < 300; turn += 1) {
    const job = await seen(id);
    if (job.state !== 'RUNNING') return job;
    await wait(100);
  }
  throw new Error(`${id} goes on`);
}

/** What a file of members could leave in the database: rows of any table, a transaction that stays open. */
async function left(): Promise<object | undefined> {
  const [counts] = await seed.rows(
    `select (select count(*)::int from member) as members, (select count(*)::int from import_file) as files,
      (select count(*)::int from pg_stat_activity where datname = current_database() and state like 'idle in transaction%') as open`,
  );
  return counts;
}

test('a long import tells how far it is, and stopped it leaves nothing', async () => {
  const [before, there] = [await left(), await uploads()];
  const stopped = await whileOthersWork(async () => {
    const { id, state } = await begin('A');
    expect(state).toBe('RUNNING');
    await wait(600);
    const job = await seen(id);
    expect(job).toMatchObject({ state: 'RUNNING', step: 'waiting for others who bring in the same', report: null });
    expect(job.rows).toBeGreaterThan(ROWS / 2);
    expect(job.rowsPerSecond).toBeGreaterThan(0);
    expect(job.secondsLeft).toBeGreaterThan(0);
    expect(await seen(id, other)).toMatchObject({ state: 'RUNNING' });
    return stop(id);
  });
  expect(stopped).toMatchObject({ state: 'STOPPED', report: null });
  expect(await left()).toEqual(before);
  expect(await leftOver(there)).toEqual([]);
  const again = await settled((await begin('A')).id);
  expect(again).toMatchObject({ state: 'DONE', rows: ROWS, report: { outcome: 'TAKEN', created: ROWS } });
}, 60_000);

test('it is stopped at another server, too', async () => {
  const before = await left();
  await whileOthersWork(async () => {
    const { id } = await begin('B');
    await stop(id, other);
    expect(await settled(id)).toMatchObject({ state: 'STOPPED', report: null });
  });
  expect(await left()).toEqual(before);
}, 60_000);

test('a third waits for its turn, and can be stopped while it waits', async () => {
  const [first, second] = await whileOthersWork(async () => {
    const [one, two] = await Promise.all([begin('C'), begin('D')]);
    const third = await begin('E');
    expect(third).toMatchObject({ state: 'RUNNING', step: 'waiting for other files', rows: 0 });
    expect(await stop(third.id)).toMatchObject({ state: 'STOPPED' });
    return [one, two];
  });
  for (const { id } of [first, second]) {
    expect(await settled(id)).toMatchObject({ state: 'DONE', report: { outcome: 'TAKEN', created: ROWS } });
  }
  expect(await seed.rows(`select from member where code like 'E-%'`)).toEqual([]);
}, 60_000);
