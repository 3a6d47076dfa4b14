import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_LIMITS } from '../../src/limits.ts';
import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { signedToken } from '../support/tokens.ts';

/** A mutation beyond its time changes nothing, or says that it did. */
const MILLISECONDS = 1_000;

let server: TestServer;
let seed: Seed;
let lock: Seed;
let authorization: string;
beforeAll(async () => {
  server = await startTestServer({ limits: { ...DEFAULT_LIMITS, milliseconds: MILLISECONDS } });
  seed = await Seed.open(server.database.url);
  lock = await Seed.open(server.database.url);
  authorization = `Bearer ${await signedToken({ role: 'administrator' })}`;
});
afterEach(() => seed.sql('delete from due_date where days = 11'));
afterAll(async () => {
  await lock.close();
  await seed.close();
  await server.stop();
});

const DUE = 'setDueDate(input: { days: 11, periodKind: MONTH })';
const SET = 'defineIndicatorSet(input: { code: "SLOW", name: "Chậm", nameEn: "Slow", indicators: ["CELLS"] }) { code }';

const send = async (fields: string, signal?: AbortSignal): Promise<{ status: number; text: string }> => {
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: `mutation { ${fields} }` }),
    signal: signal ?? null,
  });
  return { status: answer.status, text: await answer.text() };
};

const count = async (table: string, where: string): Promise<number> => {
  const [{ count: found } = { count: -1 }] = await seed.rows<{ count: number }>(
    `select count(*)::int as count from ${table} where ${where}`,
  );
  return found;
};
const written = async (): Promise<number> => count('due_date', `period_kind = 'MONTH' and days = 11`);
const waiting = async (): Promise<number> =>
  count('pg_stat_activity', `datname = current_database() and wait_event_type = 'Lock'`);

async function until(found: () => Promise<number>, wanted: number): Promise<void> {
  const from = performance.now();
  while ((await found()) !== wanted) {
    if (performance.now() - from > 5_000) throw new Error(`expected ${wanted}`);
    await sleep(20);
  }
}

/** Writers of due dates wait from now on, until `release`. */
const hold = (): Promise<void> => lock.sql('begin; lock table due_date in share row exclusive mode');
const release = (): Promise<void> => lock.sql('rollback');

test('what waits for a lock beyond its time is taken back, and the lock given up', async () => {
  await hold();
  const { status, text } = await send(DUE);
  expect(status).toBe(503);
  expect(text).toContain('"TIMED_OUT"');
  await until(waiting, 0);
  await release();
  await sleep(200);
  expect(await written()).toBe(0);
  expect((await send(DUE)).text).toBe('{"data":{"setDueDate":true}}\n');
  expect(await written()).toBe(1);
  expect(server.unexpected).toEqual([]);
});

test('so is what nobody waits for any more', async () => {
  await hold();
  const leaving = new AbortController();
  const sent = send(DUE, leaving.signal).catch(() => undefined);
  await until(waiting, 1);
  leaving.abort();
  await sent;
  await until(waiting, 0);
  await release();
  await sleep(200);
  expect(await written()).toBe(0);
  expect(server.unexpected).toEqual([]);
});

test('of several changes, those that were made before stay, and the answer says so', async () => {
  await hold();
  const { status, text } = await send(`${SET} ${DUE}`);
  expect(status).toBe(503);
  expect(text).toContain('"ANSWER_LATE"');
  await release();
  await sleep(200);
  expect(await count('indicator_set', `code = 'SLOW'`)).toBe(1);
  expect(await written()).toBe(0);
});

test('entries of the catalogue, too', async () => {
  await lock.sql('begin; lock table indicator in share row exclusive mode');
  const names = 'code: "SLOW_ONES", name: "Chậm", nameEn: "Slow", description: "Chậm", descriptionEn: "Slow"';
  const { text } = await send(`defineIndicator(input: { ${names}, kind: FLOW, unit: "lượt" }) { __typename }`);
  expect(text).toContain('"TIMED_OUT"');
  await release();
  await sleep(200);
  expect(await count('indicator', `code = 'SLOW_ONES'`)).toBe(0);
});

test('what is being committed when the time is over is told as made', async () => {
  await seed.sql(`create function nap() returns trigger language plpgsql as
    $$ begin perform pg_sleep(case tg_when when 'BEFORE' then 0.6 else 0.8 end); return new; end $$`);
  await seed.sql('create trigger early before insert on due_date for each row execute function nap()');
  await seed.sql(`create constraint trigger late after insert on due_date deferrable initially deferred
    for each row execute function nap()`);
  const { status, text } = await send(DUE);
  expect(status).toBe(503);
  expect(text).toContain('"ANSWER_LATE"');
  expect(await written()).toBe(1);
  expect(server.unexpected).toEqual([]);
});
