import { createHash } from 'node:crypto';
import { migrateUp, openOrm } from '../../../src/database/orm.ts';
import { generateRegister } from '../../../src/import/register/generate-register.ts';
import { registerScale } from '../../../src/import/register/state.ts';
import { createEmptyDatabase } from '../../support/database.ts';
import type { Demo } from './demo.ts';
import { createDemo } from './demo.ts';

/** One state of the database at a time: whole, marked, the same for the same seed. */
let demo: Demo;

beforeAll(async () => {
  demo = await createDemo();
}, 120_000);

afterAll(async () => {
  await demo.close();
});

/** Everything that was made up, without ids, which depend on what was there before. */
const MADE = [
  `select code, name, search_name, opened_on, closed_on from organization where synthetic order by code`,
  `select child.code, above.code, kind, valid from placement join organization child on child.id = organization_id
    join organization above on above.id = parent_id where child.synthetic order by 1, 2, 4`,
  `select one.code, other.code, kind, on_date from succession join organization one on one.id = from_id
    left join organization other on other.id = to_id order by 1, 2, 3`,
  `select member.id - (select min(id) from member), full_name, sex, born_on, ethnicity, education, political_theory,
    occupation, admitted_on, official_on, status, organization.code, valid
    from member join member_cell on member_id = member.id join organization on organization.id = cell_id order by 1, 13`,
  `select member_id - (select min(id) from member), code, kind, on_date, detail
    from member_event join organization on organization.id = cell_id order by 1, 4, 3, 2`,
  `select code, period_key, value from observation join organization on organization.id = organization_id
    where source_id = 'synthetic-register' order by 1, 2`,
];

async function digest(): Promise<string> {
  const hash = createHash('sha256');
  for (const text of MADE) {
    const { rows } = await demo.client.query({ text: `select t::text from (${text}) t`, rowMode: 'array' });
    hash.update(rows.map(([row]: unknown[]) => String(row)).join('\n'));
  }
  return hash.digest('hex');
}

const sizes = async (): Promise<unknown[][]> =>
  demo.rows(
    `select (select count(*)::int from member), (select count(*)::int from member_event), (select count(*)::int from organization)`,
  );

test('the demo has tens of thousands of members, and says so', async () => {
  const { scale, seed, provinces, members, events } = demo.summary;
  expect({ scale, seed, provinces }).toEqual({ scale: 'demo', seed: 2025, provinces: 4 });
  expect(members).toBeGreaterThan(25_000);
  expect(members).toBeLessThan(45_000);
  expect(await demo.rows(`select scale, seed::int, members::int, events::int from register_state`)).toEqual([
    ['demo', 2025, members, events],
  ]);
  expect(await registerScale(demo.client)).toBe('demo');
});

test('a second register is refused, and what is there stays', async () => {
  const before = await sizes();
  await expect(demo.generate({ seed: 1 })).rejects.toThrow('holds a register of the scale demo: use --replace');
  expect(await sizes()).toEqual(before);
});

test('new rows get ids of their own after the made-up ones', async () => {
  await demo.client.query('begin');
  expect(
    await demo.rows(`
      insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status)
      values ('Real', 'FEMALE', '1990-01-01', '01', 'UNIVERSITY', 'OTHER', '2020-01-01', 'OFFICIAL')
      returning id = (select max(id) + 1 from member)`),
  ).toEqual([[true]]);
  await demo.client.query('rollback');
});

test('a generation that is cut off leaves what was there', async () => {
  const before = await digest();
  const cut = demo.generate({
    replace: true,
    seed: 3,
    onProgress: ({ text, share }) => {
      if (text === 'writing members' && share > 0.4) throw new Error('cut off');
    },
  });
  await expect(cut).rejects.toThrow('cut off');
  expect(await registerScale(demo.client)).toBe('demo');
  expect(await digest()).toBe(before);
}, 60_000);

const RULES = `
  select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where contype in ('f', 'x')
  union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2, 3`;

test('the same seed gives the same rows, in the place of the old ones; another seed gives others', async () => {
  const [before, count, rules] = [await digest(), await sizes(), await demo.rows(RULES)];
  await demo.generate({ replace: true });
  expect(await digest()).toBe(before);
  expect(await sizes()).toEqual(count);
  expect(await demo.rows(RULES)).toEqual(rules);
  await demo.generate({ replace: true, seed: 4 });
  expect(await digest()).not.toBe(before);
}, 120_000);

test('real members in made-up cells are not taken away', async () => {
  await demo.client.query(`
    with newcomer as (
      insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status)
      values ('Real', 'FEMALE', '1990-01-01', '01', 'UNIVERSITY', 'OTHER', '2020-01-01', 'OFFICIAL') returning id)
    insert into member_cell (member_id, cell_id, valid)
    select newcomer.id, organization.id, '[2020-01-01,)' from newcomer, organization where code = 'X20644-C01'`);
  await expect(demo.generate({ replace: true })).rejects.toThrow(
    '1 members that are not synthetic are in made-up cells',
  );
  await demo.client.query(`delete from member_cell using member where member.id = member_id and not synthetic`);
  await demo.client.query(`delete from member where not synthetic`);
});

test('without the published figures there is nothing to hang the register under', async () => {
  const empty = await createEmptyDatabase();
  const orm = await openOrm(empty.url);
  try {
    await migrateUp(orm);
    await expect(generateRegister({ url: empty.url, scale: 'demo' })).rejects.toThrow(
      'the published figures have to be loaded before the register is made',
    );
  } finally {
    await orm.close(true);
    await empty.drop();
  }
});
