import type { Statements } from '../../database/statements.ts';
import type { Mark } from './journal.ts';

/** How far the memory is behind the database, between two questions. */
export interface RollupLag {
  /** Changes in the journal that were not taken in; -1 where the database cannot say. */
  readonly pending: number;
  /** For how long the memory may not have been what the database is; 0 while nothing is pending. */
  readonly seconds: number;
}

const PENDING = `
  select count(*)::int + (select (xid > pg_snapshot_xmin($1::pg_snapshot))::int from journal_horizon) as pending from journal
  where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)
    and id <> all($2::bigint[])`;

/**
 * Measures the lag without mending it.
 * @param mark where the journal stood at the last look
 * @param lookedAt when that was, by performance.now()
 */
export async function readLag(statements: Statements, mark: Mark, lookedAt: number): Promise<RollupLag> {
  const since = (performance.now() - lookedAt) / 1000;
  try {
    const [row] = await statements.onPrimary.rows<{ pending: number }>('journal-pending', PENDING, [
      mark.snapshot,
      mark.taken,
    ]);
    const pending = row?.pending ?? 0;
    return { pending, seconds: pending === 0 ? 0 : since };
  } catch {
    return { pending: -1, seconds: since };
  }
}
