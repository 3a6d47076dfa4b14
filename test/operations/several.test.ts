import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createEmptyDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import type { Platform } from '../support/platform.ts';
import { startPlatform } from '../support/platform.ts';
import { post } from '../support/server.ts';

/** Several processes on one database: started at once, stopped under way, and one of them killed. */

let database: TestDatabase;
const started: Platform[] = [];

beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterEach(async () => {
  for (const { process, ended } of started.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
});
afterAll(() => database.drop());

function start(settings: Readonly<Record<string, string>> = {}): Platform {
  const platform = startPlatform({ DATABASE_URL: database.url, DANGBO_SCALE: 'none', ...settings });
  started.push(platform);
  return platform;
}

const NATION = { data: { organization: { code: 'VN' } } };
const ask = (url: string): Promise<unknown> => post(url, { query: '{ organization(code: "VN") { code } }' });

test('three that start at once on an empty database make the tables and the data once', async () => {
  const urls = await Promise.all([start(), start(), start()].map(({ ready }) => ready));
  for (const url of urls) expect(await ask(url)).toEqual(NATION);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    'select name, count(*)::int from mikro_orm_migrations group by name having count(*) > 1',
  );
  await client.end();
  expect(rows).toEqual([]);
}, 300_000);

test('told to stop, one finishes what it works on, refuses what comes, and ends', async () => {
  const platform = start();
  const url = await platform.ready;
  const blocker = new pg.Client({ connectionString: database.url });
  await blocker.connect();
  await blocker.query('begin; lock table source_document in access exclusive mode');
  const slow = post(url, {
    query:
      '{ organization(code: "H509") { indicator(code: "PARTY_MEMBERS", period: "2023-09-30") { sources { id } } } }',
  });
  await sleep(500);
  platform.process.kill('SIGTERM');
  await sleep(300);
  const late = await ask(url).catch(() => 'refused');
  expect(JSON.stringify(late)).toMatch(/refused|SERVER_STOPPING/);
  await blocker.query('rollback');
  await blocker.end();
  expect(await slow).toMatchObject({
    data: { organization: { indicator: { sources: [{ id: 'article-que-son-2023' }] } } },
  });
  expect((await platform.ended).code).toBe(0);
}, 300_000);

/** Process ids of the workers of a platform. */
function workersOf({ process: { pid = 0 } }: Platform): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  return children.filter(isWorker).sort();
}

function isWorker(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('src/start.ts');
  } catch {
    return false;
  }
}

test('a worker that is killed takes no other with it, another takes its place, and all are counted together', async () => {
  const platform = start({ DANGBO_WORKERS: '2' });
  const url = await platform.ready;
  const before = workersOf(platform);
  expect(before).toHaveLength(2);
  process.kill(before[0] ?? 0, 'SIGKILL');
  for (let round = 0; round < 20; round += 1) {
    // An open connection to the one that was killed breaks; asked again, the other answers.
    expect(await ask(url).catch(() => ask(url))).toEqual(NATION);
  }
  let after = workersOf(platform);
  for (let wait = 0; wait < 200 && (after.length < 2 || after.includes(before[0] ?? 0)); wait += 1) {
    await sleep(100);
    after = workersOf(platform);
  }
  expect(after).toHaveLength(2);
  expect(after).toContain(before[1]);
  const metrics = await (await fetch(new URL('/metrics', url))).text();
  expect(metrics).toMatch(/dangbo_requests_total\{operation="ANONYMOUS",type="query"\} (1\d|20)/);
  platform.process.kill('SIGTERM');
  expect((await platform.ended).code).toBe(0);
}, 300_000);
