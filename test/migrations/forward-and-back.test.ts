import type { MikroORM } from '@mikro-orm/postgresql';
import { MIGRATIONS } from '../../migrations/index.ts';
import { RELEASES } from '../../migrations/releases.ts';
import { migrateUp, openOrm } from '../../src/database/orm.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { Seed } from '../support/seed.ts';
import { shapeOf } from './shape.ts';

/** Every migration goes back and forth on a filled database, and the facts are there afterwards. */

let database: TestDatabase;
let orm: MikroORM;
let seed: Seed;

beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.url);
  seed = await Seed.open(database.url);
  await seed.sql(`
    insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status, synthetic)
    select 'Người ' || number, 'FEMALE', '1980-01-01', 'Kinh', 'UNIVERSITY', 'CIVIL_SERVANT', '2021-02-03', 'OFFICIAL', true
    from generate_series(1, 30) as number`);
  await seed.sql(`
    insert into member_cell (member_id, cell_id, valid)
    select m.id, (select min(id) from organization), '[2021-02-03,)' from member m`);
});
afterAll(async () => {
  await seed.close();
  await orm.close(true);
  await database.drop();
});

/** The rows of the tables that the first migration makes, in one number each. */
const FACTS = [
  'organization',
  'placement',
  'succession',
  'indicator',
  'observation',
  'source_document',
  'member',
  'member_cell',
];

async function facts(): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {};
  for (const table of FACTS) {
    const [row] = await seed.rows(
      `select count(*)::int as rows, sum(hashtextextended((to_jsonb(t) - array['search_name'])::text, 0)) as hash from ${table} t`,
    );
    told[table] = row;
  }
  return told;
}

test('each goes back, and forth again to the same tables', async () => {
  const before = await facts();
  expect(before).toMatchObject({ member: { rows: 30 }, member_cell: { rows: 30 } });
  for (const { name } of MIGRATIONS.slice(1).reverse()) {
    const shape = await shapeOf(seed);
    expect((await orm.migrator.down()).map((done) => done.name)).toEqual([name]);
    expect(await shapeOf(seed)).not.toEqual(shape);
    await orm.migrator.up({ to: name });
    expect(await shapeOf(seed)).toEqual(shape);
    await orm.migrator.down();
  }
  await migrateUp(orm);
  expect(await facts()).toEqual(before);
}, 60_000);

test.each(Object.entries(RELEASES))(
  'back to release %s and forth again, on a filled database',
  async (_, newest) => {
    const [shape, before] = [await shapeOf(seed), await facts()];
    await orm.migrator.down({ to: newest });
    await migrateUp(orm);
    expect(await shapeOf(seed)).toEqual(shape);
    expect(await facts()).toEqual(before);
  },
  60_000,
);

test('the first one goes back to nothing, and all of them forth to what there was', async () => {
  const shape = await shapeOf(seed);
  await orm.migrator.down({ to: 0 });
  expect(
    await seed.rows(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`),
  ).toEqual([{ relname: 'mikro_orm_migrations' }]);
  await migrateUp(orm);
  expect(await shapeOf(seed)).toEqual(shape);
}, 60_000);
