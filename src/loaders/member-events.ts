import type { MemberAccess } from '../access/member-access.ts';
import type { Statements } from '../database/statements.ts';
import type { MemberEventKind } from '../facts/members/member.ts';
import type { Day } from '../periods/day.ts';

/** What happened to a member, as the row gives it. */
export interface MemberEventRow {
  readonly memberId: number;
  readonly cellId: number;
  readonly kind: MemberEventKind;
  readonly on: Day;
  readonly detail: string | null;
}

const EVENTS = `
  select member_id as "memberId", cell_id as "cellId", kind, on_date - date '1970-01-01' as "on", detail
  from member_event where member_id = any($1::int[]) order by on_date, id`;

/** Reads what happened to several members that the viewer may see, in one statement: of each, the oldest first. */
export async function readEventsOfMembers(
  statements: Statements,
  { session }: MemberAccess,
  ids: readonly number[],
): Promise<(readonly MemberEventRow[])[]> {
  const rows = await statements.rowsWith<MemberEventRow>(session, 'events-of-members', EVENTS, [ids]);
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
  return ids.map((id) => byMember.get(id) ?? []);
}
