import fc from 'fast-check';
import { CodedError } from '../../src/errors/coded-error.ts';
import { dayOf, formatDay } from '../../src/periods/day.ts';
import { ORGANIZATION_KINDS } from '../../src/tree/kind.ts';
import type { StayRow, World } from './world.ts';
import { openWorld, UNITS } from './world.ts';

/** Whatever operations are tried, in whatever order of days: the laws of the structure hold, and a refused one leaves nothing. */
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const CELLS = ['C1', 'C2', 'C3', 'C4', 'GC1', 'GC2'];
const MADE = ['N1', 'N2', 'N3', 'N4'];
const code = fc.constantFrom(...UNITS.map((unit) => unit.code), ...MADE);
const cell = fc.constantFrom(...CELLS, ...MADE);
const kind = fc.constantFrom(...ORGANIZATION_KINDS);
const day = fc.integer({ min: dayOf(2022, 1, 1), max: dayOf(2025, 12, 31) }).map(formatDay);
const members = fc.oneof(
  cell.map((rest) => ({ rest })),
  fc.uniqueArray(cell, { minLength: 1, maxLength: 3 }).map((evenly) => ({ evenly })),
);
const made = fc.record({ code, name: fc.constant('Tổ chức mới'), kind }, { requiredKeys: ['code', 'name'] });
const newCells = fc.uniqueArray(fc.constantFrom(...MADE), { minLength: 2, maxLength: 3 });

/** Anything at all: most of it is refused. */
const wild = fc.oneof(
  fc.record({ op: fc.constant('OPEN'), on: day, code, name: fc.constant('Tổ chức mới'), kind, parent: code }),
  fc.record({ op: fc.constant('CLOSE'), on: day, code, members: fc.option(members) }),
  fc.record({ op: fc.constant('MOVE'), on: day, code, parent: code, kind: fc.option(kind) }),
  fc.record({ op: fc.constant('RENAME'), on: day, code, name: fc.constantFrom('Tên A', 'Tên B') }),
  fc.record({
    op: fc.constant('MERGE'),
    on: day,
    codes: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }),
    into: made,
  }),
  fc.record({
    op: fc.constant('SPLIT'),
    on: day,
    code,
    into: fc.uniqueArray(made, { minLength: 2, maxLength: 3, selector: (part) => part.code }),
    members: fc.option(members),
    rest: fc.option(code),
  }),
  fc.record({ op: fc.constant('CONVERT'), on: day, code, into: made, members: fc.option(members) }),
);

/** Likely to be done, as long as the units are what they were at first. */
const tame = fc.oneof(
  fc.record({
    op: fc.constant('RENAME'),
    on: day,
    code: fc.constantFrom('G1', 'B2'),
    name: fc.constantFrom('Tên C', 'Tên D'),
  }),
  fc.record({
    op: fc.constant('OPEN'),
    on: day,
    code: fc.constantFrom(...MADE),
    name: fc.constant('Chi bộ mới'),
    kind: fc.constant('CELL'),
    parent: fc.constantFrom('G1', 'S1'),
  }),
  fc.record({ op: fc.constant('CLOSE'), on: day, code: cell, members }),
  fc.record({
    op: fc.constant('MERGE'),
    on: day,
    codes: fc.uniqueArray(fc.constantFrom('C1', 'C2', 'N1', 'N2'), { minLength: 2 }),
    into: fc.record({ code: cell, name: fc.constant('Chi bộ mới') }),
  }),
  fc.record({
    op: fc.constant('MERGE'),
    on: day,
    codes: fc.constant(['G1', 'G2']),
    into: fc.record({ code: fc.constantFrom('G1', 'G2', 'N1'), name: fc.constant('Đảng bộ mới') }),
  }),
  fc.tuple(day, cell, newCells).map(([on, split, parts]) => ({
    op: 'SPLIT',
    on,
    code: split,
    into: parts.map((each) => ({ code: each, name: each })),
    members: { evenly: parts },
  })),
  fc.tuple(day, fc.constantFrom('G1', 'G2'), newCells).map(([on, split, [one, other = 'N4']]) => ({
    op: 'SPLIT',
    on,
    code: split,
    into: [
      { code: one, name: 'X' },
      { code: other, name: 'Y' },
    ],
    rest: one,
  })),
  fc.tuple(day, fc.constantFrom('GC1', 'GC2'), newCells).map(([on, turned, [heir, ...cells]]) => ({
    op: 'CONVERT',
    on,
    code: turned,
    into: { code: heir, name: 'Đảng bộ mới', kind: 'GRASSROOTS_COMMITTEE' },
    cells: cells.map((each) => ({ code: each, name: each })),
    members: { evenly: cells },
  })),
  fc.tuple(day, fc.constantFrom('G1', 'G2'), fc.constantFrom(...MADE)).map(([on, turned, heir]) => ({
    op: 'CONVERT',
    on,
    code: turned,
    into: { code: heir, name: 'Chi bộ mới', kind: 'GRASSROOTS_CELL' },
  })),
  fc.record({
    op: fc.constant('MOVE'),
    on: day,
    code: fc.constantFrom('C1', 'C2', 'C4', 'S1'),
    parent: fc.constantFrom('G1', 'G2', 'S1'),
  }),
);
const operation = fc.oneof(wild, tame);

const stays: fc.Arbitrary<StayRow[]> = fc
  .array(
    fc.record({
      cell: fc.constantFrom(...CELLS),
      from: day,
      then: fc.constantFrom(...CELLS),
      length: fc.integer({ min: 1, max: 900 }),
      moves: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.flatMap(({ cell: first, from, then, length, moves }, at): StayRow[] => {
      const to = formatDay(Math.floor(Date.parse(from) / 86_400_000) + length);
      return moves
        ? [
            [at + 1, first, from, to],
            [at + 1, then, to, null],
          ]
        : [[at + 1, first, from, null]];
    }),
  );

const seen = { done: new Set<string>(), refused: new Set<string>() };

test('after any operations nobody is without a cell, and no unit without one parent or above itself', async () => {
  await fc.assert(
    fc.asyncProperty(stays, fc.array(operation, { minLength: 4, maxLength: 10 }), async (told, operations) => {
      await world.reset(told);
      const lives = await membersDays();
      for (const each of operations) {
        const before = await world.dump();
        const refusal = await world.apply(each).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (refusal === undefined) seen.done.add(each.op);
        else {
          expect(refusal).toBeInstanceOf(CodedError);
          seen.refused.add((refusal as CodedError).code);
          expect(await world.dump()).toEqual(before);
        }
        expect(await violations()).toEqual([]);
        expect(await membersDays()).toEqual(lives);
      }
    }),
    { numRuns: 20 },
  );
  expect([...seen.done].sort()).toEqual(['CLOSE', 'CONVERT', 'MERGE', 'MOVE', 'OPEN', 'RENAME', 'SPLIT']);
  expect(seen.refused.size).toBeGreaterThan(6);
}, 120_000);

/** On which days each member is in a cell: no operation changes that. */
async function membersDays(): Promise<string[]> {
  const { rows } = await world.pool.query<{ line: string }>(
    `select member_id || ' ' || range_agg(valid)::text as line from member_cell group by member_id order by 1`,
  );
  return rows.map(({ line }) => line);
}

/** The laws, in SQL, over everything. */
async function violations(): Promise<string[]> {
  const { rows } = await world.pool.query<{ line: string }>(`
    with recursive whole as (
      select organization_id as id, range_agg(valid) as days,
        range_agg(valid) filter (where kind in ('CELL', 'GRASSROOTS_CELL')) as as_cell
      from placement group by 1
    ), up (unit, at, days) as (
      select organization_id, parent_id, valid from placement where parent_id is not null
      union select up.unit, p.parent_id, up.days * p.valid from up join placement p on p.organization_id = up.at and p.valid && up.days
      where up.at <> up.unit and p.parent_id is not null
    ), allowed (above, below) as (values
      ('NATION', 'PROVINCE'), ('PROVINCE', 'DISTRICT'), ('PROVINCE', 'BLOC'), ('PROVINCE', 'COMMUNE'),
      ('PROVINCE', 'GRASSROOTS_COMMITTEE'), ('PROVINCE', 'GRASSROOTS_CELL'), ('DISTRICT', 'GRASSROOTS_COMMITTEE'),
      ('DISTRICT', 'GRASSROOTS_CELL'), ('BLOC', 'GRASSROOTS_COMMITTEE'), ('BLOC', 'GRASSROOTS_CELL'),
      ('COMMUNE', 'GRASSROOTS_COMMITTEE'), ('COMMUNE', 'GRASSROOTS_CELL'), ('GRASSROOTS_COMMITTEE', 'SECTION_COMMITTEE'),
      ('GRASSROOTS_COMMITTEE', 'CELL'), ('SECTION_COMMITTEE', 'CELL'))
    select 'without a parent: ' || o.code as line from placement p join organization o on o.id = p.organization_id
      left join whole w on w.id = p.parent_id where p.parent_id is not null and not coalesce(p.valid <@ w.days, false)
    union all select 'hangs wrongly: ' || o.code from placement p join organization o on o.id = p.organization_id
      join placement a on a.organization_id = p.parent_id and a.valid && p.valid
      where not exists (select from allowed where above = a.kind::text and below = p.kind::text)
    union all select 'circle: ' || o.code from up join organization o on o.id = up.unit where up.at = up.unit
    union all select 'no cell: ' || c.member_id from member_cell c left join whole w on w.id = c.cell_id
      where not coalesce(c.valid <@ w.as_cell, false)
    union all select 'days of its own: ' || o.code from organization o join whole w on w.id = o.id
      where w.days <> datemultirange(daterange(o.opened_on, o.closed_on))
    union all select 'event elsewhere: ' || e.member_id || ' ' || e.kind from member_event e
      where not exists (select from member_cell c where c.member_id = e.member_id and c.cell_id = e.cell_id
        and (c.valid @> e.on_date or upper(c.valid) = e.on_date))`);
  return rows.map(({ line }) => line);
}
