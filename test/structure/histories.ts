import fc from 'fast-check';
import type { Pool } from 'pg';
import { dayOf, formatDay } from '../../src/periods/day.ts';
import type { Day } from '../../src/periods/day.ts';

export const FIRST: Day = dayOf(2023, 1, 1);
export const LAST: Day = dayOf(2026, 6, 30);
const REFORM: Day = dayOf(2025, 7, 1);

/** Where cells hang before the reform and since: two communes of one district, then of one province, and a bloc far away. */
const PLACES = [
  { before: 'X20644', since: '2025-X20650' },
  { before: 'X20800', since: '2025-X20791' },
] as const;

/** A cell's place, and a day on which it comes to hang in the other commune. */
export interface CellHistory {
  readonly place: number;
  readonly movesOn: Day | undefined;
}

export interface MemberHistory {
  readonly start: Day;
  /** Cells in their order, and how many days each stay lasts. */
  readonly stays: readonly { readonly cell: number; readonly days: number }[];
  readonly admitted: boolean;
  readonly end: 'STAYS' | 'LEAVES' | 'VANISHES';
}

export interface Histories {
  readonly cells: readonly CellHistory[];
  readonly members: readonly MemberHistory[];
}

export const CELLS = 6;

const day = fc.integer({ min: FIRST + 1, max: LAST - 1 });
const stay = fc.record({ cell: fc.nat(CELLS - 1), days: fc.integer({ min: 1, max: 500 }) });

export const histories: fc.Arbitrary<Histories> = fc.record({
  cells: fc.array(
    fc.record({
      place: fc.nat(PLACES.length - 1),
      movesOn: fc.option(fc.oneof(day, fc.constant(REFORM)), { nil: undefined }),
    }),
    {
      minLength: CELLS,
      maxLength: CELLS,
    },
  ),
  members: fc.array(
    fc.record({
      start: fc.oneof(day, fc.constant(REFORM)),
      stays: fc.array(stay, { minLength: 1, maxLength: 4 }),
      admitted: fc.boolean(),
      end: fc.constantFrom('STAYS', 'LEAVES', 'VANISHES'),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});

export function cellCode(cell: number): string {
  return `TEST-C${cell}`;
}

interface Dated {
  readonly cell: number;
  readonly from: Day;
  readonly to: Day | undefined;
}

/** The stays of a member. Nobody leaves on a day on which a cell changes its place: see the page on structure. */
export function staysOf({ cells }: Histories, member: MemberHistory): Dated[] {
  let from = member.start;
  return member.stays.map(({ cell, days }, at) => {
    const last = at === member.stays.length - 1;
    let to: Day | undefined = from + days;
    if (last && member.end === 'STAYS') to = undefined;
    while (last && to !== undefined && (to === REFORM || cells.some(({ movesOn }) => movesOn === to))) to += 1;
    const dated = { cell, from, to };
    from = to ?? from;
    return dated;
  });
}

/** Writes histories in place of those that were there. */
export async function writeHistories(pool: Pool, told: Histories): Promise<void> {
  await pool.query(`delete from member`);
  await pool.query(
    `delete from placement p using organization o where o.id = p.organization_id and o.code like 'TEST-C%'`,
  );
  await pool.query(
    `insert into organization (code, name, search_name) select code, code, code from unnest($1::text[]) code on conflict do nothing`,
    [told.cells.map((_, cell) => cellCode(cell))],
  );
  const placements = told.cells.flatMap((cell, at) =>
    placementsOf(cell).map((each) => ({ code: cellCode(at), ...each })),
  );
  await pool.query(
    `insert into placement (organization_id, parent_id, kind, valid)
     select o.id, p.id, kind, daterange(since, until)
     from unnest($1::text[], $2::text[], $3::organization_kind[], $4::date[], $5::date[]) as t(code, parent, kind, since, until)
     join organization o on o.code = t.code join organization p on p.code = t.parent`,
    ['code', 'parent', 'kind', 'since', 'until'].map((key) =>
      placements.map((each) => (each as Record<string, unknown>)[key]),
    ),
  );
  const members = told.members.map((member, at) => ({ id: at + 1, member, stays: staysOf(told, member) }));
  await writeMembers(
    pool,
    members.map(({ id, member }) => [id, formatDay(member.start)]),
  );
  await writeStays(
    pool,
    members.flatMap(({ id, stays }) =>
      stays.map(({ cell, from, to }) => [id, cellCode(cell), formatDay(from), to === undefined ? null : formatDay(to)]),
    ),
  );
  await writeEvents(
    pool,
    members.flatMap(({ id, member, stays }) => eventsOf(member, stays).map((event) => [id, ...event])),
  );
}

function placementsOf({
  place,
  movesOn,
}: CellHistory): { parent: string; kind: string; since: string | null; until: string | null }[] {
  const edges = [...new Set([REFORM, ...(movesOn === undefined ? [] : [movesOn])])].sort((a, b) => a - b);
  return [undefined, ...edges].map((since, at) => {
    const until = edges[at];
    const start = since ?? FIRST - 400;
    const home = PLACES[(place + Number(movesOn !== undefined && start >= movesOn)) % PLACES.length] ?? PLACES[0];
    return {
      parent: start < REFORM ? home.before : home.since,
      kind: start < REFORM ? 'CELL' : 'GRASSROOTS_CELL',
      since: since === undefined ? null : formatDay(since),
      until: until === undefined ? null : formatDay(until),
    };
  });
}

function eventsOf({ admitted, end, start }: MemberHistory, stays: readonly Dated[]): [string, string, string][] {
  const [first, last] = [stays[0], stays.at(-1)];
  const events: [string, string, string][] = [];
  if (admitted && first) events.push([cellCode(first.cell), 'ADMISSION', formatDay(start)]);
  if (end === 'LEAVES' && last?.to !== undefined) events.push([cellCode(last.cell), 'LEAVING', formatDay(last.to)]);
  return events;
}

type Row = readonly (string | number | null)[];

async function writeMembers(pool: Pool, rows: readonly Row[]): Promise<void> {
  await pool.query(
    `insert into member (id, full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status, synthetic)
     select id, 'Đảng viên giả lập', 'MALE', '1980-01-01', '01', 'UNIVERSITY', 'FARMER', admitted, 'OFFICIAL', true
     from unnest($1::int[], $2::date[]) as t(id, admitted)`,
    columns(rows, 2),
  );
}

async function writeStays(pool: Pool, rows: readonly Row[]): Promise<void> {
  await pool.query(
    `insert into member_cell (member_id, cell_id, valid) select member, o.id, daterange(since, until)
     from unnest($1::int[], $2::text[], $3::date[], $4::date[]) as t(member, code, since, until) join organization o on o.code = t.code`,
    columns(rows, 4),
  );
}

async function writeEvents(pool: Pool, rows: readonly Row[]): Promise<void> {
  await pool.query(
    `insert into member_event (member_id, cell_id, kind, on_date) select member, o.id, kind::member_event_kind, day
     from unnest($1::int[], $2::text[], $3::text[], $4::date[]) as t(member, code, kind, day) join organization o on o.code = t.code`,
    columns(rows, 4),
  );
}

function columns(rows: readonly Row[], width: number): Row[] {
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? null));
}

/** Leaves of the country only what the test looks at: a small tree is read again quickly. */
export async function keepUnits(pool: Pool, codes: readonly string[]): Promise<void> {
  await pool.query('truncate observation, succession, administrative_unit');
  await pool.query(
    `delete from placement p using organization o where o.id = p.organization_id and o.code <> all($1)`,
    [codes],
  );
  await pool.query('delete from organization where code <> all($1)', [codes]);
}
