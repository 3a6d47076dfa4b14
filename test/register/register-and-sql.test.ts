import fc from 'fast-check';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { openOrm } from '../../src/database/orm.ts';
import { Statements } from '../../src/database/statements.ts';
import { SnapshotStore } from '../../src/loaders/snapshot/store.ts';
import type { Snapshot } from '../../src/loaders/snapshot/snapshot.ts';
import type { Dimensions } from '../../src/facts/indicators/indicator.ts';
import { dayOf, formatDay } from '../../src/periods/day.ts';
import { countsFor } from '../../src/register/counts.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';

/**
 * The register in memory against SQL over the same tables: whatever members, events and moves there are,
 * and in whatever order they are written and asked for, both count the same.
 */
let database: TestDatabase;
let orm: MikroORM;
let pool: Pool;
let store: SnapshotStore;

const UNITS = ['T49', 'H509', 'H513', 'X20644', 'X20800', '2025-T48', '2025-X20650', 'VN'];
const DAYS = ['2022-06-30', '2023-09-30', '2024-02-29', '2025-06-30', '2025-07-01', '2026-01-31'];
/** The cells of the test: three of each of two communes, which hang under new communes since the reform. */
const CELLS = [
  ['X20644', '2025-X20650'],
  ['X20800', '2025-X20791'],
].flatMap(([before, since]) => [1, 2, 3].map((number) => ({ code: `${before}-C0${number}`, before, since })));

beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.url);
  pool = await orm.em.getConnection().getNativeClient();
  for (const { code, before, since } of CELLS) {
    await pool.query(`insert into organization (code, name, search_name, synthetic) values ($1, $1, $1, true)`, [code]);
    await pool.query(
      `insert into placement (organization_id, parent_id, kind, valid)
       select cell.id, above.id, place.kind::organization_kind, place.valid::daterange
       from organization cell, (values ($2, 'CELL', '[,2025-07-01)'), ($3, 'GRASSROOTS_CELL', '[2025-07-01,)')) place(above, kind, valid)
       join organization above on above.code = place.above where cell.code = $1`,
      [code, before, since],
    );
  }
  // One member stays: a register without any row counts nothing, where SQL counts zero.
  await apply({ action: 'ADMIT', cell: 0, day: dayOf(2022, 1, 31), pick: 1 });
  store = new SnapshotStore(await Statements.over(orm));
});

afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

interface Write {
  readonly action: 'ADMIT' | 'MOVE' | 'LEAVE' | 'DISCIPLINE' | 'CORRECT' | 'ERASE';
  readonly cell: number;
  readonly day: number;
  readonly pick: number;
}

const write: fc.Arbitrary<Write> = fc.record({
  action: fc.constantFrom('ADMIT', 'ADMIT', 'ADMIT', 'MOVE', 'LEAVE', 'DISCIPLINE', 'CORRECT', 'ERASE'),
  cell: fc.nat(CELLS.length - 1),
  day: fc.integer({ min: dayOf(2021, 1, 1), max: dayOf(2026, 6, 30) }),
  pick: fc.nat(1_000_000),
});

test('counts in memory are those of SQL after any writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 12 }), async (writes) => {
      for (const each of writes) await apply(each);
      const snapshot = await store.current();
      expect(inMemory(snapshot)).toEqual(await bySql());
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('a register read from nothing is the one that was kept up to date', async () => {
  const kept = inMemory(await store.current());
  const fresh = inMemory(await new SnapshotStore(await Statements.over(orm)).current());
  expect(fresh).toEqual(kept);
  expect(kept.length).toBeGreaterThan(0);
});

async function apply({ action, cell, day, pick }: Write): Promise<void> {
  const code = CELLS[cell]?.code;
  const on = formatDay(day);
  if (action === 'ADMIT') {
    const born = formatDay(day - 7000 - (pick % 20_000));
    const ethnicity = pick % 3 === 0 ? '02' : '01';
    await pool.query(
      `with made as (
         insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, official_on, status, synthetic)
         values ('Đảng viên giả lập', $2::sex, $3, $4, 'UNIVERSITY', 'FARMER', $5::date, case when $6 then $5::date + 365 end, 'PROBATIONARY', true) returning id
       ), placed as (
         insert into member_cell (member_id, cell_id, valid) select made.id, o.id, daterange($5::date, null) from made, organization o where o.code = $1
       )
       insert into member_event (member_id, cell_id, kind, on_date) select made.id, o.id, 'ADMISSION', $5::date from made, organization o where o.code = $1`,
      [code, pick % 2 === 0 ? 'FEMALE' : 'MALE', born, ethnicity, on, pick % 5 !== 0],
    );
    return;
  }
  const { rows } = await pool.query<{ id: number }>(
    `select id from member order by id offset (select $1::int % greatest(count(*)::int, 1) from member) limit 1`,
    [pick],
  );
  const id = rows[0]?.id;
  if (id === undefined) return;
  const change: Readonly<Record<Exclude<Write['action'], 'ADMIT'>, () => Promise<unknown>>> = {
    MOVE: async () => {
      await pool
        .query(
          `with ended as (
           update member_cell set valid = daterange(lower(valid), $2::date)
           where member_id = $1 and valid @> $2::date and lower(valid) < $2::date and upper_inf(valid) returning member_id
         )
         insert into member_cell (member_id, cell_id, valid) select member_id, o.id, daterange($2::date, null) from ended, organization o where o.code = $3`,
          [id, on, code],
        )
        .catch((error: { code?: string }) => expectExclusion(error));
    },
    LEAVE: () =>
      pool.query(
        `update member_cell set valid = daterange(lower(valid), $2::date) where member_id = $1 and lower(valid) < $2::date and upper_inf(valid)`,
        [id, on],
      ),
    DISCIPLINE: () =>
      pool.query(
        `insert into member_event (member_id, cell_id, kind, on_date, detail) select $1, id, 'DISCIPLINE', $2, $4 from organization where code = $3`,
        [id, on, code, pick % 2 === 0 ? 'REPRIMAND' : 'WARNING'],
      ),
    CORRECT: () =>
      pool.query(
        `update member set sex = (case sex when 'MALE' then 'FEMALE' else 'MALE' end)::sex, official_on = null where id = $1`,
        [id],
      ),
    ERASE: () => pool.query(`delete from member where id = $1 and id > (select min(id) from member)`, [id]),
  };
  await change[action]();
}

/** A member cannot be in two cells on one day: such a move is refused by the database, and nothing of it stays. */
function expectExclusion(error: { code?: string }): void {
  expect(error.code).toBe('23P01');
}

function inMemory({ tree, register }: Snapshot): string[] {
  const answers: string[] = [];
  for (const code of UNITS) {
    const unit = tree.byCode(code);
    if (!unit) throw new Error(`no ${code}`);
    for (const on of DAYS) {
      const day = Date.parse(on) / 86_400_000;
      for (const { name, dimensions } of QUESTIONS) {
        const stock = countsFor(register, name, dimensions)?.count(unit, { from: day, to: day + 1 });
        if (stock !== undefined && day < unit.closedOn && day >= unit.openedOn)
          answers.push(`${code} ${name} ${JSON.stringify(dimensions)} ${on} ${stock}`);
      }
    }
    for (const { name, dimensions } of FLOWS) {
      const flow = countsFor(register, name, dimensions)?.count(unit, {
        from: dayOf(2023, 3, 1),
        to: dayOf(2026, 3, 1),
      });
      if (flow !== undefined) answers.push(`${code} ${name} ${JSON.stringify(dimensions)} span ${flow}`);
    }
  }
  return answers.sort();
}

interface Asked {
  readonly name: string;
  readonly dimensions: Dimensions;
  readonly where: string;
}

const QUESTIONS: readonly Asked[] = [
  { name: 'PARTY_MEMBERS', dimensions: {}, where: 'true' },
  { name: 'OFFICIAL_MEMBERS', dimensions: {}, where: 'm.official_on <= d.day' },
  { name: 'PROBATIONARY_MEMBERS', dimensions: {}, where: '(m.official_on is null or m.official_on > d.day)' },
  { name: 'PARTY_MEMBERS', dimensions: { SEX: 'FEMALE' }, where: `m.sex = 'FEMALE'` },
  {
    name: 'PARTY_MEMBERS',
    dimensions: { AGE: 'UNDER_40', ETHNICITY: '02' },
    where: `m.ethnicity = '02' and extract(year from age(d.day, m.born_on)) < 40`,
  },
];
const FLOWS: readonly Asked[] = [
  { name: 'MEMBERS_ADMITTED', dimensions: {}, where: `e.kind = 'ADMISSION'` },
  { name: 'MEMBERS_DISCIPLINED', dimensions: {}, where: `e.kind = 'DISCIPLINE'` },
  {
    name: 'MEMBERS_DISCIPLINED',
    dimensions: { FORM: 'WARNING' },
    where: `e.kind = 'DISCIPLINE' and e.detail = 'WARNING'`,
  },
];

/** The slow way: cells below by a recursive walk for each day, rows by a scan. */
async function bySql(): Promise<string[]> {
  const answers: string[] = [];
  const stocks = QUESTIONS.map(
    ({ where }, at) => `count(*) filter (where c.member_id is not null and ${where})::int as q${at}`,
  ).join(', ');
  const { rows } = await pool.query<Record<string, unknown>>(
    `with recursive d as (select unnest($1::date[]) as day), above as (
       select o.id as cell, d.day, o.id as unit from organization o, d where o.code ~ '-C0.$'
       union all
       select above.cell, above.day, p.parent_id from above join placement p on p.organization_id = above.unit and p.valid @> above.day
     )
     select o.code, d.day::text as day, ${stocks}
     from above d join organization o on o.id = d.unit
     left join member_cell c on c.cell_id = d.cell and c.valid @> d.day left join member m on m.id = c.member_id
     where o.code = any($2) group by 1, 2`,
    [DAYS, UNITS],
  );
  for (const row of rows) {
    QUESTIONS.forEach(({ name, dimensions }, at) =>
      answers.push(
        `${String(row['code'])} ${name} ${JSON.stringify(dimensions)} ${String(row['day'])} ${String(row[`q${at}`])}`,
      ),
    );
  }
  const flows = FLOWS.map(({ where }, at) => `count(*) filter (where ${where})::int as q${at}`).join(', ');
  const spans = await pool.query<Record<string, unknown>>(
    `with recursive above as (
       select e.id, e.cell_id as unit from member_event e where e.on_date >= '2023-03-01' and e.on_date < '2026-03-01'
       union all
       select above.id, p.parent_id from above join member_event e on e.id = above.id join placement p on p.organization_id = above.unit and p.valid @> e.on_date
     )
     select o.code, ${flows} from organization o left join above on above.unit = o.id left join member_event e on e.id = above.id where o.code = any($1) group by 1`,
    [UNITS],
  );
  for (const row of spans.rows) {
    FLOWS.forEach(({ name, dimensions }, at) =>
      answers.push(`${String(row['code'])} ${name} ${JSON.stringify(dimensions)} span ${String(row[`q${at}`])}`),
    );
  }
  return answers.sort();
}
