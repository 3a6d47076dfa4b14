import { createHash } from 'node:crypto';
import type { MemberAccess } from '../access/member-access.ts';
import { ReadingLog } from '../access/reading-log.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Statements } from '../database/statements.ts';
import { MEMBERS } from '../import/files/subjects/members.ts';
import { dayCell, headersOf, rowOf } from './cells.ts';
import type { ExportCell, ExportTable } from './table.ts';

interface MemberRow {
  readonly id: number;
  readonly code: string | null;
  readonly fullName: string;
  readonly sex: string;
  readonly bornOn: number;
  readonly ethnicity: string;
  readonly education: string;
  readonly politicalTheory: string | null;
  readonly occupation: string;
  readonly admittedOn: number;
  readonly officialOn: number | null;
  readonly cellId: number;
  readonly cell: string;
  readonly cellFrom: number | null;
  readonly cellUntil: number | null;
}

const PAGE = 1_000;

const ROWS = `
  select m.id, m.code, m.full_name as "fullName", m.sex, m.born_on - date '1970-01-01' as "bornOn", m.ethnicity, m.education,
    m.political_theory as "politicalTheory", m.occupation, m.admitted_on - date '1970-01-01' as "admittedOn",
    m.official_on - date '1970-01-01' as "officialOn", c.cell_id as "cellId", u.code as cell,
    lower(c.valid) - date '1970-01-01' as "cellFrom", upper(c.valid) - 1 - date '1970-01-01' as "cellUntil"
  from member_cell c join member m on m.id = c.member_id join organization u on u.id = c.cell_id
  where m.id > $1 and c.valid @> date '1970-01-01' + $2::int and ($3::int[] is null or c.cell_id = any($3))
  order by m.id limit ${PAGE}`;

/** Who exports members. */
export interface MembersAsker {
  readonly statements: Statements;
  readonly viewer: Viewer;
  readonly members: MemberAccess;
}

/**
 * Members with the cells that they are in today, in the columns of import files: those that the viewer may see. Each page
 * is written down as read before it goes out.
 * @param cellIds of these cells; null for all
 */
export function membersTable(asker: MembersAsker, cellIds: readonly number[] | null): ExportTable {
  const { title, columns } = MEMBERS;
  return { title, headers: headersOf(columns), pages: pagesOf(asker, cellIds) };
}

const OPERATION = { name: 'export members', document: createHash('sha256').update(ROWS).digest('hex') };
const FIELDS = MEMBERS.columns.map(({ name }) => name).filter((name) => name !== 'id');

async function* pagesOf(
  { statements, viewer, members: { session, today, sees } }: MembersAsker,
  cellIds: readonly number[] | null,
): AsyncGenerator<ExportCell[][]> {
  for (let after = 0; ;) {
    const rows = await statements.rowsWith<MemberRow>(session, 'export-members', ROWS, [after, today, cellIds]);
    const seen = rows.filter(({ cellId }) => sees(cellId));
    const log = new ReadingLog();
    for (const { id } of seen) for (const field of FIELDS) log.note(id, field);
    if (!log.isEmpty) await log.write(statements, viewer, OPERATION);
    yield seen.map(cellsOf);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

function cellsOf(row: MemberRow): ExportCell[] {
  const { bornOn, admittedOn, officialOn, cellFrom, cellUntil } = row;
  const days = { bornOn, admittedOn, officialOn, cellFrom, cellUntil };
  const written = Object.fromEntries(Object.entries(days).map(([name, day]) => [name, dayCell(day)]));
  return rowOf(MEMBERS.columns, { ...row, ...written });
}
