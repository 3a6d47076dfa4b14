import fc from 'fast-check';
import type { Pool, PoolClient } from 'pg';
import { openAppPool } from '../../src/database/app-pool.ts';
import { readGuarded } from '../../src/database/guarded-read.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';

/** Reads for which the session is set: what is set holds for the one read, and values arrive as they were. */
let database: TestDatabase;
let pool: Pool;
let client: PoolClient;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = await openAppPool(database.url);
  client = await pool.connect();
});
afterAll(async () => {
  client.release();
  await pool.end();
  await database.drop();
});

const ECHO = {
  name: 'echo',
  text: `select $1::int as number, $2::text as text, $3::int[] as numbers, $4::text[] as texts, current_setting('app.viewer_unit', true) as unit`,
};
const sessionNow = async (): Promise<unknown> =>
  (
    await client.query(
      `select current_setting('app.viewer_unit', true) as unit, current_setting('transaction_read_only') as read_only`,
    )
  ).rows;

test('whatever the values and the settings are made of, they arrive as they were', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 }).map((each) => each.replaceAll('\0', '').toWellFormed());
  const awkward = fc.constantFrom(
    `'; drop table member; --`,
    '\\',
    '"',
    '{}',
    'NULL',
    'null',
    '{"a",b}',
    `\\'`,
    '$1',
    ' ',
    '',
  );
  const any = fc.oneof(text, awkward);
  const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.option(int),
      fc.option(any),
      fc.array(int, { maxLength: 5 }),
      fc.array(fc.option(any), { maxLength: 5 }),
      any,
      async (number, text, numbers, texts, unit) => {
        const values = [number, text, numbers, texts];
        const rows = await readGuarded(client, { 'app.viewer_unit': unit }, { ...ECHO, values });
        expect(rows).toEqual([{ number, text, numbers, texts, unit }]);
      },
    ),
    { numRuns: 200 },
  );
});

test('what was set is gone afterwards, also after a read that failed', async () => {
  const fails = { name: 'fails', text: 'select 1 / $1::int as one', values: [0] };
  await expect(readGuarded(client, { 'app.viewer_unit': 'H509' }, fails)).rejects.toThrow('division by zero');
  expect(await sessionNow()).toEqual([{ unit: '', read_only: 'off' }]);
  expect(await readGuarded(client, { 'app.viewer_unit': 'H509' }, { ...fails, values: [1] })).toEqual([{ one: 1 }]);
  expect(await sessionNow()).toEqual([{ unit: '', read_only: 'off' }]);
});

test('nothing can be written by it', async () => {
  const writes = {
    name: 'writes',
    text: `insert into journal (topic) values ('ORGANIZATION') returning topic`,
    values: [],
  };
  await expect(readGuarded(client, {}, writes)).rejects.toThrow('read-only transaction');
});

test('a value of no kind that SQL has is a mistake of ours, and said', async () => {
  await expect(readGuarded(client, {}, { ...ECHO, values: [{}, '', [], []] })).rejects.toThrow(TypeError);
});

test('statements are planned once, not for each of their values', async () => {
  await readGuarded(client, {}, { ...ECHO, values: [1, '', [], []] });
  const { rows } = await client.query(
    `select generic_plans > 0 as once, custom_plans from pg_prepared_statements where name = 'guarded echo'`,
  );
  expect(rows).toEqual([{ once: true, custom_plans: '0' }]);
});
