import type { Statements } from '../database/statements.ts';
import { MEMBER_EVENT_KINDS } from '../facts/members/member.ts';
import type { CellRows, EventRow, StayRow } from './block.ts';
import { ageKey, packDay } from './encoding.ts';
import type { Register } from './register.ts';
import { NO_END, NO_START } from '../periods/day.ts';

/**
 * The views give everybody's days and attributes without a name or a number: the server itself sees no members
 * beyond those of whoever asks.
 */
const staysOf = (cells: readonly number[]): string => `
  select cell_id, lower(valid) - date '1970-01-01', upper(valid) - date '1970-01-01',
    official_on - date '1970-01-01', born_on - date '1970-01-01', profile
  from register_stay
  where cell_id = any('{${cells.join()}}')`;

const eventsOf = (cells: readonly number[]): string => `
  select cell_id, kind::text, detail, on_date - date '1970-01-01', born_on - date '1970-01-01', profile
  from register_event
  where cell_id = any('{${cells.join()}}')`;

/** Pairs of stays of a member of which one ends on the day that the other begins. */
const MOVES = `select from_id as "from", to_id as "to", on_date - date '1970-01-01' as "day" from register_move`;
const MOVES_OF_CELLS = `
  ${MOVES} where from_id = any($1::int[])
  union all
  ${MOVES} where to_id = any($1::int[]) and not from_id = any($1::int[])`;

/** All moves of a nation take longer than a question may. */
const IN_ITS_OWN_TIME = { statement_timeout: '0' };

interface MoveRead {
  readonly from: number;
  readonly to: number;
  readonly day: number;
}

/** Cells that one statement reads. */
const BATCH = 1024;
const AT_ONCE = 2;

/** Reads the rows of some cells again. */
export async function rereadCells(
  register: Register,
  statements: Statements,
  ids: readonly number[],
): Promise<Register> {
  let current = register;
  const known = ids.filter((id) => register.order.positionOf(id) !== undefined);
  for (let at = 0; at < known.length; at += BATCH * AT_ONCE) {
    const batches = Array.from({ length: AT_ONCE }, (_, each) =>
      known.slice(at + each * BATCH, at + (each + 1) * BATCH),
    );
    const read = await Promise.all(
      batches.filter((batch) => batch.length > 0).map((batch) => readCells(register, statements, batch)),
    );
    for (const rows of read) current = current.withCells(rows);
  }
  return current;
}

/** Reads the moves again that touch some cells, or all. */
export async function rereadMoves(
  register: Register,
  statements: Statements,
  ids: readonly number[] | 'ALL',
): Promise<Register> {
  const rows =
    ids === 'ALL'
      ? await statements.rowsWith<MoveRead>(IN_ITS_OWN_TIME, 'register-moves', MOVES)
      : await statements.rows<MoveRead>('register-moves-of-cells', MOVES_OF_CELLS, [ids]);
  const read = rows.flatMap(({ from, to, day }) => {
    const [before, after] = [register.order.positionOf(from), register.order.positionOf(to)];
    return before === undefined || after === undefined ? [] : [{ from: before, to: after, day: packDay(day) }];
  });
  return register.withMoves(ids, read);
}

/** Reads the rows of all cells. */
export async function readRegister(empty: Register, statements: Statements): Promise<Register> {
  const [{ any } = { any: false }] = await statements.rows<{ any: boolean }>(
    'register-any',
    'select exists (select from register_stay) as any',
  );
  if (!any) return empty;
  return rereadMoves(await rereadCells(empty, statements, empty.order.ids), statements, 'ALL');
}

async function readCells(
  { shared: { profiles, details } }: Register,
  statements: Statements,
  ids: readonly number[],
): Promise<Map<number, CellRows>> {
  const rows = new Map<number, { stays: StayRow[]; events: EventRow[] }>(
    ids.map((id) => [id, { stays: [], events: [] }]),
  );
  await Promise.all([
    statements.each('register-stays', staysOf(ids), (row) => {
      rows.get(row.int(0) ?? 0)?.stays.push({
        from: packDay(row.int(1) ?? NO_START),
        to: packDay(row.int(2) ?? NO_END),
        official: packDay(row.int(3) ?? NO_END),
        born: ageKey(row.int(4) ?? 0),
        profile: profiles.numberOf(row.text(5) ?? ''),
      });
    }),
    statements.each('register-events', eventsOf(ids), (row) => {
      rows.get(row.int(0) ?? 0)?.events.push({
        kind: KINDS.indexOf(row.text(1) ?? ''),
        detail: details.numberOf(row.text(2)),
        day: packDay(row.int(3) ?? NO_START),
        born: ageKey(row.int(4) ?? 0),
        profile: profiles.numberOf(row.text(5) ?? ''),
      });
    }),
  ]);
  return rows;
}

const KINDS: readonly string[] = MEMBER_EVENT_KINDS;
