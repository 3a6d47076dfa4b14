import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClientBase } from 'pg';
import { CodedError } from '../../errors/coded-error.ts';
import type { Day } from '../../periods/day.ts';
import { formatDay } from '../../periods/day.ts';
import { inTransaction } from '../../database/transaction.ts';

/** What stands in the place of a name that is gone. */
const NOBODY = '–';

/**
 * Erases who a former member was: the name, and what corrections said before and after. The row stays with days,
 * cells and attributes, so that every count of the past stays what it was; nobody is given it as a record any more.
 * @param subject who erases
 * @param today the day on which the member must be in no cell
 * @throws CodedError MEMBER_STILL_BELONGS
 */
export async function eraseMember(
  em: EntityManager,
  memberId: number,
  today: Day,
  { subject, reason }: { readonly subject: string; readonly reason: string },
): Promise<void> {
  await inTransaction(em, async (client) => {
    await client.query('select from member where id = $1 for update', [memberId]);
    await requireLeft(client, memberId, today);
    await client.query('update member set full_name = $2 where id = $1', [memberId, NOBODY]);
    await client.query(`update member_correction set before = null, after = null, reason = '' where member_id = $1`, [
      memberId,
    ]);
    await client.query('insert into member_erasure (member_id, subject, reason) values ($1, $2, $3)', [
      memberId,
      subject,
      reason,
    ]);
  });
}

const IN_A_CELL = `select from member_cell where member_id = $1 and not valid << daterange($2::date, null)`;

/** Of a member of today or of a later day the party keeps the record, as its rules and the law have it do. */
async function requireLeft(client: ClientBase, memberId: number, today: Day): Promise<void> {
  const { rowCount } = await client.query(IN_A_CELL, [memberId, formatDay(today)]);
  if (rowCount === 0) return;
  throw new CodedError(
    'MEMBER_STILL_BELONGS',
    `Expected a member who is in no cell any more; this one is in one on ${formatDay(today)}.`,
  );
}
