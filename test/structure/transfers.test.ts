import fc from 'fast-check';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { openOrm } from '../../src/database/orm.ts';
import { Statements } from '../../src/database/statements.ts';
import type { Dimensions } from '../../src/facts/indicators/indicator.ts';
import type { Snapshot } from '../../src/loaders/snapshot/snapshot.ts';
import { SnapshotStore } from '../../src/loaders/snapshot/store.ts';
import { formatDay } from '../../src/periods/day.ts';
import { countsFor } from '../../src/register/counts.ts';
import type { Unit } from '../../src/tree/unit.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { CELLS, cellCode, FIRST, histories, keepUnits, LAST, writeHistories } from './histories.ts';

/** Members move, and cells with them: whatever the histories, every unit's account balances over every span. */
let database: TestDatabase;
let orm: MikroORM;
let pool: Pool;
let store: SnapshotStore;

const UNITS = ['VN', 'T49', 'H509', 'H513', 'X20644', 'X20800', '2025-T48', '2025-X20650', '2025-X20791'].concat(
  Array.from({ length: CELLS }, (_, cell) => cellCode(cell)),
);

beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.url);
  pool = await orm.em.getConnection().getNativeClient();
  await keepUnits(pool, UNITS);
  store = new SnapshotStore(await Statements.over(orm));
});

afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

interface Span {
  readonly from: number;
  readonly to: number;
}

const day = fc.integer({ min: FIRST - 10, max: LAST + 10 });
const span: fc.Arbitrary<Span> = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));
const spans = fc.array(span, { minLength: 1, maxLength: 3 });

test('opening + admitted + in − out − left = closing, for every unit and span, and transfers are those of SQL', async () => {
  await fc.assert(
    fc.asyncProperty(histories, spans, async (told, asked) => {
      await writeHistories(pool, told);
      const snapshot = await store.current();
      for (const each of asked) {
        const bySql = await crossingsBySql(each);
        for (const code of UNITS) {
          const account = accountOf(snapshot, code, each);
          expect(`${code} ${account.opening + account.admitted + account.in - account.out - account.left}`).toBe(
            `${code} ${account.closing}`,
          );
          expect(`${code} ${account.in} ${account.out}`).toBe(`${code} ${bySql.get(code) ?? '0 0'}`);
          expect(account.in).toBe(account.alone.in + account.withCell.in);
          expect(account.out).toBe(account.alone.out + account.withCell.out);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a register read from nothing gives the same transfers as one that was kept up to date', async () => {
  const all = { from: FIRST, to: LAST };
  const accounts = async (from: SnapshotStore): Promise<Account[]> => {
    const snapshot = await from.current();
    return UNITS.map((code) => accountOf(snapshot, code, all));
  };
  const [told] = fc.sample(histories, { numRuns: 1, seed: 7 });
  if (!told) throw new Error('no sample');
  await writeHistories(pool, told);
  const states = [await accounts(store)];
  for (const change of [
    // The later of two stays begins a day late, and then the former lasts a day longer: of the two cells, the journal names one alone.
    `update member_cell set valid = daterange(lower(valid) + 1, upper(valid)) where id = (
       select min(b.id) from member_cell a join member_cell b on a.member_id = b.member_id and upper(a.valid) = lower(b.valid)
       where a.cell_id <> b.cell_id and coalesce(upper(b.valid) > lower(b.valid) + 1, true))`,
    `update member_cell set valid = daterange(lower(valid), upper(valid) + 1) where id = (
       select min(a.id) from member_cell a join member_cell b on a.member_id = b.member_id and upper(a.valid) + 1 = lower(b.valid))`,
    `delete from member where id % 2 = 0`,
  ]) {
    await pool.query(change);
    const kept = await accounts(store);
    expect(kept).toEqual(await accounts(new SnapshotStore(await Statements.over(orm))));
    expect(kept).not.toEqual(states.at(-1));
    states.push(kept);
  }
});

test('events that no stay goes with leave the account balanced, and no transfer below zero', async () => {
  await fc.assert(
    fc.asyncProperty(histories, span, fc.nat(CELLS - 1), day, async (told, asked, cell, on) => {
      await writeHistories(pool, told);
      await pool.query(
        `insert into member_event (member_id, cell_id, kind, on_date)
         select 1, o.id, kind::member_event_kind, $2 from organization o, unnest(array['ADMISSION', 'ADMISSION', 'LEAVING']) kind where o.code = $1`,
        [cellCode(cell), formatDay(on)],
      );
      const snapshot = await store.current();
      for (const code of UNITS) {
        const account = accountOf(snapshot, code, asked);
        expect(account.opening + account.admitted + account.in - account.out - account.left).toBe(account.closing);
        expect(Math.min(account.in, account.out, account.alone.in, account.alone.out)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 10 },
  );
});

test('several units together balance, too, and moves between them are none', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      span,
      fc.subarray([...Array(CELLS).keys()], { minLength: 1 }),
      async (told, asked, chosen) => {
        await writeHistories(pool, told);
        const snapshot = await store.current();
        const apart = chosen.map((cell) => accountOf(snapshot, cellCode(cell), asked));
        const pieces = chosen.map((cell) => ({ unit: unitOf(snapshot, cellCode(cell)), window: asked }));
        const [into, out] = ['MEMBERS_TRANSFERRED_IN', 'MEMBERS_TRANSFERRED_OUT'].map(
          (code) => countsFor(snapshot.register, code, {})?.together?.(pieces, asked) ?? -1,
        ) as [number, number];
        const sum = (key: 'opening' | 'admitted' | 'left' | 'closing' | 'in' | 'out'): number =>
          apart.reduce((total, account) => total + account[key], 0);
        expect(sum('opening') + sum('admitted') + into - out - sum('left')).toBe(sum('closing'));
        expect(sum('in') - into).toBe(await movesBetween(chosen, asked));
        expect(sum('out') - out).toBe(sum('in') - into);
      },
    ),
    { numRuns: 20 },
  );
});

/** Moves from one of the cells to another of them, or within one, less those that are none for the cell itself. */
async function movesBetween(chosen: readonly number[], { from, to }: Span): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from member_cell a join member_cell b on b.member_id = a.member_id and lower(b.valid) = upper(a.valid)
     join organization x on x.id = a.cell_id join organization y on y.id = b.cell_id
     where x.code = any($1) and y.code = any($1) and x.id <> y.id and upper(a.valid) >= $2 and upper(a.valid) < $3`,
    [chosen.map(cellCode), formatDay(from), formatDay(to)],
  );
  return rows[0]?.count ?? 0;
}

function unitOf({ tree }: Snapshot, code: string): Unit {
  const unit = tree.byCode(code);
  if (!unit) throw new Error(`no ${code}`);
  return unit;
}

interface Account {
  readonly opening: number;
  readonly admitted: number;
  readonly in: number;
  readonly out: number;
  readonly left: number;
  readonly closing: number;
  readonly alone: { in: number; out: number };
  readonly withCell: { in: number; out: number };
}

function accountOf(snapshot: Snapshot, code: string, { from, to }: Span): Account {
  const { tree, register } = snapshot;
  const unit = unitOf(snapshot, code);
  const flow = (indicator: string, dimensions: Dimensions = {}): number =>
    countsFor(register, indicator, dimensions)?.count(unit, { from, to }) ?? 0;
  const stock = (on: number): number =>
    tree.placementOn(unit, on)
      ? (countsFor(register, 'PARTY_MEMBERS', {})?.count(unit, { from: on, to: on + 1 }) ?? 0)
      : 0;
  const both = (dimensions: Dimensions): { in: number; out: number } => ({
    in: flow('MEMBERS_TRANSFERRED_IN', dimensions),
    out: flow('MEMBERS_TRANSFERRED_OUT', dimensions),
  });
  return {
    opening: stock(from - 1),
    closing: stock(to - 1),
    admitted: flow('MEMBERS_ADMITTED'),
    left: flow('MEMBERS_LEFT'),
    ...both({}),
    alone: both({ MOVE: 'ALONE' }),
    withCell: both({ MOVE: 'WITH_CELL' }),
  };
}

/** The slow way: where each member was on each day and on the day before, against admissions and departures. */
async function crossingsBySql({ from, to }: Span): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ code: string; in: number; out: number }>(
    `with recursive changed as (
       select unnest(array[lower(valid), upper(valid)]) as day from member_cell
       union select lower(p.valid) from placement p join organization o on o.id = p.organization_id where o.code like 'TEST-C%'
     ), d as (select distinct day from changed where day >= $1 and day < $2),
     above as (
       select o.id as cell, each.day, o.id as unit from organization o, (select day from d union select day - 1 from d) each where o.code like 'TEST-C%'
       union all
       select above.cell, above.day, p.parent_id from above join placement p on p.organization_id = above.unit and p.valid @> above.day
     ), there as (
       select c.member_id, above.unit, above.day from member_cell c join above on above.cell = c.cell_id and c.valid @> above.day
     ), happened as (
       select e.member_id, above.unit, above.day, case e.kind when 'ADMISSION' then -1 when 'LEAVING' then 1 end as change
       from member_event e join above on above.cell = e.cell_id and above.day = e.on_date
     ), crossed as (
       select member_id, unit, day, sum(change) as change from (
         select member_id, unit, day, 1 as change from there where day in (select day from d)
         union all select member_id, unit, day + 1, -1 from there where day + 1 in (select day from d)
         union all select member_id, unit, day, change from happened where day in (select day from d)
       ) each group by 1, 2, 3
     )
     select o.code, coalesce(sum(greatest(change, 0)), 0)::int as "in", coalesce(sum(greatest(-change, 0)), 0)::int as "out"
     from crossed join organization o on o.id = crossed.unit group by 1`,
    [formatDay(from), formatDay(to)],
  );
  return new Map(rows.map((row) => [row.code, `${row.in} ${row.out}`]));
}
