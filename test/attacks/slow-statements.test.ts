import { setTimeout as sleep } from 'node:timers/promises';
import { openAppPool } from '../../src/database/app-pool.ts';
import { Statements } from '../../src/database/statements.ts';
import { DEFAULT_LIMITS } from '../../src/limits.ts';
import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** What takes too long is stopped down to its statement, and so is what nobody waits for any more. */
const SLOW = 'a_slow_source';
const QUESTION = `{ _entities(representations: [{ __typename: "SourceDocument", id: "x" }]) { ... on SourceDocument { title } } }`;

let server: TestServer;
let seed: Seed;
beforeEach(async () => {
  server = await startTestServer({ limits: { ...DEFAULT_LIMITS, milliseconds: 1_500 } });
  seed = await Seed.open(server.database.url);
  // Reading a source takes a minute from now on.
  await seed.sql(`alter table source_document rename to ${SLOW}`);
  await seed.sql(
    `create view source_document as select kept.* from (select pg_sleep(60)::text as slept) nap join ${SLOW} kept on nap.slept is not null`,
  );
  await seed.sql('grant select on source_document to dangbo_app');
});
afterEach(async () => {
  await seed.close();
  await server.stop();
});

const running = async (): Promise<number> => {
  const [{ count } = { count: -1 }] = await seed.rows<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and state = 'active' and query like '%from source_document%' and pid <> pg_backend_pid()`,
  );
  return count;
};

/** Waits until so many slow statements run; tells after how many milliseconds it was so. */
async function until(count: number): Promise<number> {
  const from = performance.now();
  while ((await running()) !== count) {
    if (performance.now() - from > 10_000) throw new Error(`there were never ${count} slow statements`);
    await sleep(20);
  }
  return performance.now() - from;
}

const ask = async (signal?: AbortSignal): Promise<Response> =>
  fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION }),
    signal: signal ?? null,
  });

test('a question beyond its time is answered so, its statement stops, and the server goes on', async () => {
  const answering = ask();
  await until(1);
  const answer = await answering;
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('"code":"TIMED_OUT"');
  expect(await until(0)).toBeLessThan(2_000);
  expect(await server.data('{ nation { code } }')).toEqual({ nation: { code: 'VN' } });
  expect(server.unexpected).toEqual([]);
});

test('who goes away takes the statement along', async () => {
  const leaving = new AbortController();
  const answering = ask(leaving.signal).catch(() => undefined);
  await until(1);
  leaving.abort();
  await answering;
  expect(await until(0)).toBeLessThan(1_200);
  expect(server.unexpected).toEqual([]);
});

test('the database stops a statement by itself, and a connection is as good as before', async () => {
  const pool = await openAppPool(server.database.url, { milliseconds: 200 });
  const statements = Statements.on(pool);
  await expect(statements.rows('slow', 'select pg_sleep(30)')).rejects.toMatchObject({ code: 'TIMED_OUT' });
  expect(await statements.rows('quick', 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(
    await statements.rowsWith({ statement_timeout: '0' }, 'longer', 'select pg_sleep(0.3)::text as nap'),
  ).toHaveLength(1);
  await pool.end();
});
