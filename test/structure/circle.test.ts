import pg from 'pg';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { Seed } from '../support/seed.ts';

/** The database itself refuses circles, whoever writes, and with whom at once. */
let database: TestDatabase;
let seed: Seed;
const clients: pg.Client[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  seed = await Seed.open(database.url);
  await seed.units([
    { code: 'TEST-A', kind: 'GRASSROOTS_COMMITTEE', parent: 'H509', from: '2020-01-01', to: '2025-07-01' },
    { code: 'TEST-B', kind: 'GRASSROOTS_COMMITTEE', parent: 'H509', from: '2020-01-01', to: '2025-07-01' },
    { code: 'TEST-D', kind: 'CELL', parent: 'TEST-A', from: '2020-01-01', to: '2025-07-01' },
    { code: 'TEST-C', kind: 'GRASSROOTS_COMMITTEE', parent: 'TEST-B', from: '2020-01-01', to: '2025-07-01' },
  ]);
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()));
  await seed.sql(`update placement p set parent_id = h.id from organization o, organization h
    where o.id = p.organization_id and o.code in ('TEST-A', 'TEST-B') and h.code = 'H509'`);
});

afterAll(async () => {
  await seed.close();
  await database.drop();
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  clients.push(client);
  return client;
}

const UNDER = `update placement p set parent_id = above.id from organization o, organization above
  where o.id = p.organization_id and o.code = $1 and above.code = $2`;

const REFUSED = { code: '23514', constraint: 'placement_no_circle' };

test('a unit cannot come to hang under what hangs under it', async () => {
  const client = await connect();
  await expect(client.query(UNDER, ['TEST-B', 'TEST-C'])).rejects.toMatchObject(REFUSED);
});

test('a circle on a single day is one', async () => {
  const client = await connect();
  await client.query('begin');
  await client.query(
    `update placement p set valid = daterange('2020-01-01', '2024-02-29') from organization o where o.id = p.organization_id and o.code = 'TEST-C'`,
  );
  const insert = (from: string): Promise<unknown> =>
    client.query(
      `with cut as (update placement p set valid = daterange('2020-01-01', $1::date) from organization o where o.id = p.organization_id and o.code = 'TEST-B')
       select 1`,
      [from],
    );
  await insert('2024-02-29');
  const under = (from: string): Promise<unknown> =>
    client.query(
      `insert into placement (organization_id, parent_id, kind, valid) select b.id, c.id, 'SECTION_COMMITTEE', daterange($1, '2025-07-01')
       from organization b, organization c where b.code = 'TEST-B' and c.code = 'TEST-C'`,
      [from],
    );
  await client.query('savepoint before');
  await under('2024-02-29');
  await client.query('rollback to before');
  await insert('2024-02-28');
  await expect(under('2024-02-28')).rejects.toMatchObject(REFUSED);
  await client.query('rollback');
});

test('what hung below a unit once may stand above it later', async () => {
  const client = await connect();
  await client.query('begin');
  const cut = `update placement p set valid = daterange('2020-01-01', $2::date) from organization o where o.id = p.organization_id and o.code = $1`;
  const hang = `insert into placement (organization_id, parent_id, kind, valid) select o.id, above.id, 'GRASSROOTS_COMMITTEE', daterange($3, '2025-07-01')
    from organization o, organization above where o.code = $1 and above.code = $2`;
  await client.query(UNDER, ['TEST-A', 'TEST-B']);
  await client.query(cut, ['TEST-A', '2024-01-01']);
  await client.query(hang, ['TEST-A', 'H509', '2024-01-01']);
  await client.query(cut, ['TEST-B', '2024-03-01']);
  await client.query(hang, ['TEST-B', 'TEST-A', '2024-03-01']);
  await client.query('rollback');
});

test('a circle written by one statement is refused, also seen from a unit outside it', async () => {
  const client = await connect();
  await expect(
    client.query(
      `update placement p set parent_id = above.id from organization o, organization above
       where o.id = p.organization_id and (o.code, above.code) in (('TEST-A', 'TEST-B'), ('TEST-B', 'TEST-C'))`,
    ),
  ).rejects.toMatchObject(REFUSED);
});

test.each([['read committed'], ['repeatable read'], ['serializable']])(
  'two transactions at once, %s, never make a circle together',
  async (isolation) => {
    const [one, other] = [await connect(), await connect()];
    for (const client of [one, other]) {
      await client.query(`begin isolation level ${isolation}`);
      await client.query('select count(*) from placement');
    }
    await one.query(UNDER, ['TEST-A', 'TEST-B']);
    const second = other.query(UNDER, ['TEST-B', 'TEST-A']).then(
      () => 'went through',
      (error: { code?: string }) => error.code,
    );
    await one.query('commit');
    expect(['23514', '40001']).toContain(await second);
    await other.query('rollback');
  },
);
