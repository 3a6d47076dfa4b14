import pg from 'pg';
import { distribute } from '../../src/database/distribution/distribute.ts';
import { KEYS, LOCAL, REFERENCE, SPREAD } from '../../src/database/distribution/plan.ts';
import { shapeOf } from '../migrations/shape.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { Seed } from '../support/seed.ts';

/**
 * What Citus demands of tables that are spread, held against the tables here; the calls themselves, where CITUS_URL names
 * the coordinator of a cluster with all migrations.
 */

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('each table has one place', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const placed = [...SPREAD.map(({ table }) => table), ...REFERENCE, ...LOCAL];
  expect([...placed].sort()).toEqual(rows.map(({ name }) => name));
});

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly kind: string;
  readonly columns: readonly string[];
  readonly target: string | null;
  readonly targetColumns: readonly string[];
}

const CONSTRAINTS = `
  select c.conrelid::regclass::text as table, c.conname as name, c.contype as kind, c.confrelid::regclass::text as target,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) as columns,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.confrelid and a.attnum = any(c.confkey)) as "targetColumns"
  from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'x', 'f')`;

test('the keys of tables that are spread have the column in them that says where a row lies; references stay on the machine', async () => {
  await client.query('begin');
  for (const statement of KEYS) await client.query(statement);
  const { rows } = await client.query<Constraint>(CONSTRAINTS);
  await client.query('rollback');
  const spread = new Map(SPREAD.map((each) => [each.table, each]));
  const faults = rows.filter(({ table, kind, columns, target, targetColumns }) => {
    const own = spread.get(table);
    if (kind !== 'f') return own && !columns.includes(own.by);
    if (REFERENCE.includes(target ?? '')) return false;
    const other = spread.get(target ?? '');
    const isBeside = own?.beside === target && columns.join() === own?.by && targetColumns.join() === other?.by;
    return (own !== undefined || other !== undefined) && !isBeside;
  });
  expect(faults.map(({ name }) => name)).toEqual([]);
  expect(rows.length).toBeGreaterThan(30);
});

test('a database without Citus stays as it is, and says so', async () => {
  const seed = await Seed.open(database.url);
  const before = await shapeOf(seed);
  await expect(distribute(database.url)).rejects.toThrow('the database has no extension of that name');
  expect(await shapeOf(seed)).toEqual(before);
  await seed.close();
});

test('on a Citus cluster the tables are spread, and changes are heard of', async () => {
  const url = process.env['CITUS_URL'];
  if (url === undefined) {
    process.stdout.write('Not tried, since CITUS_URL names no cluster: spreading the tables with Citus.\n');
    expect(SPREAD.length).toBeGreaterThan(0);
    return;
  }
  await distribute(url);
  const there = new pg.Client({ connectionString: url });
  await there.connect();
  const { rows } = await there.query<{ table: string }>(
    `select logicalrel::text as "table" from pg_dist_partition where partmethod = 'h' order by 1`,
  );
  await there.end();
  expect(rows.map(({ table }) => table)).toEqual(SPREAD.map(({ table }) => table).sort());
});
