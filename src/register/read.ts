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
const STAYS = `
  select cell_id as "cell", lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to",
    official_on - date '1970-01-01' as "official", born_on - date '1970-01-01' as "born", profile
  from register_stay
  where cell_id = any($1::int[])`;

const EVENTS = `
  select cell_id as "cell", kind, detail, on_date - date '1970-01-01' as "day", born_on - date '1970-01-01' as "born", profile
  from register_event
  where cell_id = any($1::int[])`;

/** Pairs of stays of a member of which one ends on the day that the other begins. */
const MOVES = `select from_id as "from", to_id as "to", on_date - date '1970-01-01' as "day" from register_move`;
const MOVES_OF_CELLS = `
  ${MOVES} where from_id = any($1::int[])
  union all
  ${MOVES} where to_id = any($1::int[]) and not from_id = any($1::int[])`;

/** All moves of a nation take longer than a question may. */
const IN_ITS_OWN_TIME = { statement_timeout: '0' };

interface StayRead {
  readonly cell: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly official: number | null;
  readonly born: number;
  readonly profile: string;
}

interface MoveRead {
  readonly from: number;
  readonly to: number;
  readonly day: number;
}

interface EventRead {
  readonly cell: number;
  readonly kind: (typeof MEMBER_EVENT_KINDS)[number];
  readonly detail: string | null;
  readonly day: number;
  readonly born: number;
  readonly profile: string;
}

/** Cells that one statement reads. */
const BATCH = 4096;
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
  const [stays, events] = await Promise.all([
    statements.rows<StayRead>('register-stays', STAYS, [ids]),
    statements.rows<EventRead>('register-events', EVENTS, [ids]),
  ]);
  const rows = new Map<number, { stays: StayRow[]; events: EventRow[] }>(
    ids.map((id) => [id, { stays: [], events: [] }]),
  );
  const births = new Map<number, number>();
  const birthKey = (born: number): number => {
    const key = births.get(born) ?? ageKey(born);
    births.set(born, key);
    return key;
  };
  for (const { cell, from, to, official, born, profile } of stays) {
    rows.get(cell)?.stays.push({
      from: packDay(from ?? NO_START),
      to: packDay(to ?? NO_END),
      official: packDay(official ?? NO_END),
      born: birthKey(born),
      profile: profiles.numberOf(profile),
    });
  }
  for (const { cell, kind, detail, day, born, profile } of events) {
    rows.get(cell)?.events.push({
      kind: MEMBER_EVENT_KINDS.indexOf(kind),
      detail: details.numberOf(detail),
      day: packDay(day),
      born: birthKey(born),
      profile: profiles.numberOf(profile),
    });
  }
  return rows;
}
