import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Statements } from '../../database/statements.ts';
import type { MemberEventKind } from '../../facts/members/member.ts';
import type { Day } from '../../periods/day.ts';

/** A cell that a member was in, half-open; null where an end is open. */
export interface HeldStay {
  readonly cellId: number;
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface HeldEvent {
  readonly cellId: number;
  readonly kind: MemberEventKind;
  readonly on: Day;
  readonly detail: string | null;
}

/** A correction of a field; what stood there before and after is null where it was nothing. */
export interface HeldCorrection {
  readonly at: Date;
  readonly subject: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
}

/** Who read the record, and what of it. */
export interface HeldReading {
  readonly at: Date;
  readonly subject: string;
  readonly role: string;
  readonly unit: string | null;
  readonly fields: readonly string[];
  readonly operation: string | null;
}

/** All that is held about a member beside the record itself, the oldest first. */
export interface Held {
  readonly stays: readonly HeldStay[];
  readonly events: readonly HeldEvent[];
  readonly corrections: readonly HeldCorrection[];
  readonly readings: readonly HeldReading[];
}

/**
 * Reads what is held about a member that the viewer may see.
 * @param session what the policies of the tables go by
 * @param em on the connection of the owner: the server’s own role reads no readings
 */
export async function readHeld(
  statements: Statements,
  session: Readonly<Record<string, string>>,
  em: EntityManager,
  memberId: number,
): Promise<Held> {
  const read = <Row extends object>(name: string, text: string): Promise<Row[]> =>
    statements.rowsWith<Row>(session, name, text, [memberId]);
  const owner: Pool = await em.getConnection().getNativeClient();
  const [stays, events, corrections, { rows: readings }] = await Promise.all([
    read<HeldStay>('held-stays', STAYS),
    read<HeldEvent>('held-events', EVENTS),
    read<HeldCorrection>('held-corrections', CORRECTIONS),
    owner.query<HeldReading>(READINGS, [memberId]),
  ]);
  return { stays, events, corrections, readings };
}

const STAYS = `
  select cell_id as "cellId", lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"
  from member_cell where member_id = $1 order by lower(valid) nulls first`;

const EVENTS = `
  select cell_id as "cellId", kind, on_date - date '1970-01-01' as "on", detail
  from member_event where member_id = $1 order by on_date, id`;

const CORRECTIONS = `
  select at, subject, field, before, after, reason from member_correction where member_id = $1 order by id`;

const READINGS = `
  select at, subject, role, unit, fields, operation from member_reading where member_ids @> array[$1::int] order by number`;
