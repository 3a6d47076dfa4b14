import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import pg from 'pg';
import { pruneJournal } from '../../src/loaders/snapshot/prune.ts';
import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/**
 * Whatever order transactions begin, write and end in, whenever the journal is pruned, and whichever of two instances
 * is asked how often: every answer is what the database holds at that moment.
 */

const UNITS = ['H509', 'H513', 'T49'] as const;
const QUESTION = `{ ${UNITS.map((code) => `${code}: organization(code: "${code}") { name }`).join(' ')} }`;

let instances: TestServer[];
let writers: Seed[];
let owner: pg.Client;

beforeAll(async () => {
  const first = await startTestServer();
  const { url } = first.database;
  instances = [first, await startTestServer({ url })];
  writers = await Promise.all(UNITS.map(() => Seed.open(url)));
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await Promise.all([...writers.map((writer) => writer.close()), owner.end()]);
  for (const instance of [...instances].reverse()) await instance.stop();
});

async function truth(): Promise<unknown> {
  const { rows } = await owner.query<{ code: string; name: string }>(
    'select code, name from organization where code = any($1)',
    [UNITS],
  );
  return Object.fromEntries(rows.map(({ code, name }) => [code, { name }]));
}

const step = fc.oneof(
  fc.record({ is: fc.constant('BEGIN' as const), at: fc.nat(2) }),
  fc.record({ is: fc.constant('WRITE' as const), at: fc.nat(2) }),
  fc.record({ is: fc.constant('END' as const), at: fc.nat(2), keeps: fc.boolean() }),
  fc.record({ is: fc.constant('PRUNE' as const), kept: fc.nat(3) }),
  fc.record({ is: fc.constant('ASK' as const), at: fc.nat(1) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

let written = 0;

async function take(one: Step, open: Set<number>): Promise<void> {
  switch (one.is) {
    case 'BEGIN':
      if (!open.has(one.at)) await writers[one.at]?.sql('begin');
      open.add(one.at);
      return;
    case 'WRITE':
      await writers[one.at]?.sql('update organization set name = $1 where code = $2', [
        `Tên ${(written += 1)}`,
        UNITS[one.at],
      ]);
      return;
    case 'END':
      if (open.delete(one.at)) await writers[one.at]?.sql(one.keeps ? 'commit' : 'rollback');
      return;
    case 'PRUNE':
      await pruneJournal(owner, one.kept);
      return;
    case 'ASK':
      expect(await instances[one.at]?.data(QUESTION)).toEqual(await truth());
  }
}

test('no change is missed, however the journal is pruned', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const open = new Set<number>();
      try {
        for (const one of steps) await take(one, open);
      } finally {
        for (const at of open) await writers[at]?.sql('commit');
      }
      for (const instance of instances) expect(await instance.data(QUESTION)).toEqual(await truth());
    }),
    { numRuns: 8 },
  );
}, 120_000);

/** Waits until nothing that runs anywhere on the server is older than what was written: other tests share it. */
async function settled(): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    const { rows } = await owner.query<{ over: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) > max(xid) as over from journal',
    );
    if (rows[0]?.over === true) return;
    await sleep(50);
  }
  throw new Error('something older than what was written never ended');
}

test('the journal stays as short as it is told', async () => {
  for (let round = 0; round < 12; round += 1) await take({ is: 'WRITE', at: 0 }, new Set());
  await settled();
  expect(await pruneJournal(owner, 5)).toBeGreaterThan(0);
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from journal');
  expect(rows[0]?.count).toBeLessThanOrEqual(6);
  expect(await pruneJournal(owner, 5)).toBe(0);
});

test('only an instance that was asked too long ago reads everything anew', async () => {
  const names = async (instance: TestServer | undefined): Promise<string[]> => {
    const watched = await instance?.watch(() => instance.data(QUESTION));
    return watched?.statements.map(({ name }) => name) ?? [];
  };
  const [asked, idle] = instances;
  for (const instance of instances) await instance.data(QUESTION);
  for (let round = 0; round < 4; round += 1) await take({ is: 'WRITE', at: 0 }, new Set());
  await settled();
  await asked?.data(QUESTION);
  await pruneJournal(owner, 0);
  expect(await names(asked)).toEqual(['journal-since']);
  expect((await names(idle)).filter((name) => name === 'tree-units')).toHaveLength(1);
  for (const instance of instances) expect(await instance.data(QUESTION)).toEqual(await truth());
});
