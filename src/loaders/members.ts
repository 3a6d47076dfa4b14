import type { MemberAccess } from '../access/member-access.ts';
import type { Statements } from '../database/statements.ts';
import type { MemberStatus, Sex } from '../facts/members/member.ts';
import type { Day } from '../periods/day.ts';

/** A member as the row gives it; days are whole numbers since 1970-01-01. */
export interface MemberRow {
  readonly id: number;
  readonly fullName: string;
  readonly sex: Sex;
  readonly bornOn: Day;
  readonly ethnicity: string;
  readonly education: string;
  readonly politicalTheory: string | null;
  readonly occupation: string;
  readonly admittedOn: Day;
  readonly officialOn: Day | null;
  readonly status: MemberStatus;
  readonly synthetic: boolean;
}

const COLUMNS = `
  m.id, m.full_name as "fullName", m.sex, m.born_on - date '1970-01-01' as "bornOn", m.ethnicity, m.education,
  m.political_theory as "politicalTheory", m.occupation, m.admitted_on - date '1970-01-01' as "admittedOn",
  m.official_on - date '1970-01-01' as "officialOn", m.status, m.synthetic`;

/** Of whom was erased, the row counts, and is nobody. */
const notErased = (member: string): string =>
  `not exists (select from member_erasure erased where erased.member_id = ${member})`;

const BY_ID = `
  select ${COLUMNS},
    (select c.cell_id from member_cell c where c.member_id = m.id and c.valid @> date '1970-01-01' + $2::int) as "todayCell"
  from member m where m.id = any($1::int[]) and ${notErased('m.id')}`;

/** Of a stay `c`, in which cell the member is today. */
const todayCell = (today: string): string => `
    case when c.valid @> date '1970-01-01' + ${today} then c.cell_id else (
      select t.cell_id from member_cell t where t.member_id = c.member_id and t.valid @> date '1970-01-01' + ${today}
    ) end`;

/** Where a member is today: what decides who may see the member. */
interface Placed {
  readonly todayCell: number | null;
}

/**
 * Reads members by id in one statement, in the order asked for. Whoever the viewer may not see is as unknown as one
 * who does not exist; each of the others is noted as read.
 */
export async function readMembers(
  statements: Statements,
  { session, today, sees, readings }: MemberAccess,
  ids: readonly number[],
): Promise<(MemberRow | undefined)[]> {
  const rows = await statements.rowsWith<MemberRow & Placed>(session, 'members', BY_ID, [ids, today]);
  const byId = new Map<number, MemberRow>();
  for (const row of rows) {
    if (!sees(row.todayCell)) continue;
    readings.note(row.id);
    byId.set(row.id, row);
  }
  return ids.map((id) => byId.get(id));
}

/** Some of the members of a cell on a day: from an id on, so many at most. */
export interface PageKey extends CellDay {
  readonly after: number;
  readonly size: number;
}

/** A page of members, and whether there are more. */
export interface MemberPage {
  readonly rows: readonly MemberRow[];
  readonly hasMore: boolean;
}

const PAGES = `
  select asked.number::int as "asked", ${COLUMNS}, page.today_cell as "todayCell"
  from unnest($1::int[], $2::int[], $3::int[], $4::int[]) with ordinality as asked(cell_id, day, after, size, number)
  cross join lateral (
    select c.member_id, ${todayCell('$5::int')} as today_cell
    from member_cell c
    where c.cell_id = asked.cell_id and c.valid @> date '1970-01-01' + asked.day and c.member_id > asked.after
      and ${notErased('c.member_id')}
    order by c.member_id limit asked.size + 1
  ) page
  join member m on m.id = page.member_id
  order by asked.number, m.id`;

/**
 * Reads pages of members of several cells in one statement: of each those that the viewer may see, by rising id. Those
 * that stand on the page are noted as read.
 */
export async function readMemberPages(
  statements: Statements,
  { session, today, sees, readings }: MemberAccess,
  keys: readonly PageKey[],
): Promise<MemberPage[]> {
  const rows = await statements.rowsWith<MemberRow & Placed & { asked: number }>(session, 'member-pages', PAGES, [
    keys.map(({ cellId }) => cellId),
    keys.map(({ on }) => on),
    keys.map(({ after }) => after),
    keys.map(({ size }) => size),
    today,
  ]);
  const byAsked = Map.groupBy(rows, ({ asked }) => asked);
  return keys.map(({ size }, at) => {
    const found = byAsked.get(at + 1) ?? [];
    const seen = found.slice(0, size).filter((row) => sees(row.todayCell));
    for (const { id } of seen) readings.note(id);
    return { rows: seen, hasMore: found.length > size };
  });
}

/** A cell on a day. */
export interface CellDay {
  readonly cellId: number;
  readonly on: Day;
}

const IN_CELLS = `
  select asked.number::int as "asked", c.member_id as "memberId", ${todayCell('$3::int')} as "todayCell"
  from unnest($1::int[], $2::int[]) with ordinality as asked(cell_id, day, number)
  join member_cell c on c.cell_id = asked.cell_id and c.valid @> date '1970-01-01' + asked.day
  where ${notErased('c.member_id')}
  order by c.member_id`;

/**
 * Reads in one statement who was in several cells on their days: for each, the ids of those that the viewer may see,
 * rising.
 */
export async function readIdsInCells(
  statements: Statements,
  { session, today, sees }: MemberAccess,
  keys: readonly CellDay[],
): Promise<number[][]> {
  const rows = await statements.rowsWith<Placed & { asked: number; memberId: number }>(
    session,
    'members-in-cells',
    IN_CELLS,
    [keys.map((key) => key.cellId), keys.map((key) => key.on), today],
  );
  const byAsked = Map.groupBy(
    rows.filter((row) => sees(row.todayCell)),
    (row) => row.asked,
  );
  return keys.map((_, at) => (byAsked.get(at + 1) ?? []).map((row) => row.memberId));
}

/** In which cell each of some members was on a day. */
export interface MemberDay {
  readonly memberId: number;
  readonly on: Day;
}

const CELL_OF_MEMBER = `
  select asked.number::int as "asked", c.cell_id as "cellId"
  from unnest($1::int[], $2::int[]) with ordinality as asked(member_id, day, number)
  join member_cell c on c.member_id = asked.member_id and c.valid @> date '1970-01-01' + asked.day`;

/** Reads the cells of several members in one statement; undefined for one who was in none on that day. */
export async function readCellsOfMembers(
  statements: Statements,
  { session }: MemberAccess,
  keys: readonly MemberDay[],
): Promise<(number | undefined)[]> {
  const rows = await statements.rowsWith<{ asked: number; cellId: number }>(
    session,
    'cells-of-members',
    CELL_OF_MEMBER,
    [keys.map((key) => key.memberId), keys.map((key) => key.on)],
  );
  const byAsked = new Map(rows.map((row) => [row.asked, row.cellId]));
  return keys.map((_, at) => byAsked.get(at + 1));
}
