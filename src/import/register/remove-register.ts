import type { ClientBase } from 'pg';
import { RegisterError } from './register-error.ts';
import { SYNTHETIC_SOURCE } from './write/targets.ts';

const REAL_MEMBERS_IN_SYNTHETIC_CELLS = `
  select count(*)::int as count
  from member join member_cell on member_cell.member_id = member.id join organization on organization.id = cell_id
  where organization.synthetic and not member.synthetic`;

/**
 * Takes the register out of the database, within the caller's transaction: synthetic members, made-up organisations and
 * what was noted about them, and made-up targets. The real tree stays.
 * @throws RegisterError if members that are not synthetic are in made-up cells, or made-up units have reports: their
 *   events are kept for ever
 */
export async function removeRegister(client: ClientBase): Promise<void> {
  const real = await client.query<{ count: number }>(REAL_MEMBERS_IN_SYNTHETIC_CELLS);
  const count = real.rows[0]?.count ?? 0;
  if (count > 0) {
    throw new RegisterError(
      `${count} members that are not synthetic are in made-up cells: move them before the register is replaced`,
    );
  }
  const { rows: reports } = await client.query(
    'select from report join organization on organization.id = organization_id where synthetic limit 1',
  );
  if (reports.length > 0)
    throw new RegisterError('made-up units have reports, which are kept for ever: make another register elsewhere');
  await removeMembers(client);
  const made = 'select id from organization where synthetic';
  await client.query('delete from observation where source_id = $1', [SYNTHETIC_SOURCE.id]);
  await client.query(`delete from observation where organization_id in (${made})`);
  await client.query('delete from source_document where id = $1', [SYNTHETIC_SOURCE.id]);
  await client.query(`delete from succession where from_id in (${made}) or to_id in (${made})`);
  await client.query(`delete from placement where organization_id in (${made})`);
  await client.query('delete from organization where synthetic');
  await client.query('delete from register_state');
}

/** Where all members are synthetic, which is usual, the tables are emptied at once. */
async function removeMembers(client: ClientBase): Promise<void> {
  const { rows } = await client.query('select from member where not synthetic limit 1');
  if (rows.length === 0) {
    await client.query('truncate member_correction, member_erasure, member_event, member_cell, member');
    return;
  }
  const synthetic = 'select id from member where synthetic';
  await client.query(`delete from member_event where member_id in (${synthetic})`);
  await client.query(`delete from member_cell where member_id in (${synthetic})`);
  await client.query('delete from member where synthetic');
}
