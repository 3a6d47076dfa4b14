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

const BY_ID = `select ${COLUMNS} from member m where m.id = any($1::int[])`;

/** Reads members by id in one statement, in the order asked for. */
export async function readMembers(statements: Statements, ids: readonly number[]): Promise<(MemberRow | undefined)[]> {
  const rows = await statements.rows<MemberRow>('members', BY_ID, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

/** One cell's page of members on a day. */
export interface CellMembersKey {
  readonly cellId: number;
  readonly on: Day;
  readonly first: number;
  readonly afterId: number;
}

export interface MemberPage {
  readonly rows: readonly MemberRow[];
  readonly hasNext: boolean;
  readonly totalCount: number;
}

export function cellMembersKeyOf({ cellId, on, first, afterId }: CellMembersKey): string {
  return `${cellId}|${on}|${first}|${afterId}`;
}

const BY_CELL = `
  select asked.number::int as "asked", counted.total::int as "total", page.*
  from unnest($1::int[], $2::int[], $3::int[], $4::int[]) with ordinality as asked(cell_id, day, first, after_id, number)
  cross join lateral (
    select count(*) as total from member_cell
    where cell_id = asked.cell_id and valid @> date '1970-01-01' + asked.day
  ) counted
  left join lateral (
    select ${COLUMNS} from member_cell c join member m on m.id = c.member_id
    where c.cell_id = asked.cell_id and c.valid @> date '1970-01-01' + asked.day and m.id > asked.after_id
    order by m.id limit asked.first + 1
  ) page on true
  order by asked.number, page.id`;

/** Reads the pages of several cells in one statement, in the order asked for. */
export async function readCellMembers(statements: Statements, keys: readonly CellMembersKey[]): Promise<MemberPage[]> {
  const rows = await statements.rows<MemberRow & { asked: number; total: number }>('cell-members', BY_CELL, [
    keys.map((key) => key.cellId),
    keys.map((key) => key.on),
    keys.map((key) => key.first),
    keys.map((key) => key.afterId),
  ]);
  const byAsked = Map.groupBy(rows, (row) => row.asked);
  return keys.map((key, at) => {
    const own = byAsked.get(at + 1) ?? [];
    const found = own.filter((row) => row.id !== null);
    return { rows: found.slice(0, key.first), hasNext: found.length > key.first, totalCount: own[0]?.total ?? 0 };
  });
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
  keys: readonly MemberDay[],
): Promise<(number | undefined)[]> {
  const rows = await statements.rows<{ asked: number; cellId: number }>('cells-of-members', CELL_OF_MEMBER, [
    keys.map((key) => key.memberId),
    keys.map((key) => key.on),
  ]);
  const byAsked = new Map(rows.map((row) => [row.asked, row.cellId]));
  return keys.map((_, at) => byAsked.get(at + 1));
}
