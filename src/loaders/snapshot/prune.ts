import type { ClientBase, Pool } from 'pg';

/** Rows of the journal that stay, at least: what servers take in that were asked nothing for a while. */
export const KEPT_ROWS = 100_000;

const EVERY_MS = 10 * 60_000;

/** One instance prunes at a time; the others leave it to that one. */
const ALONE = 'select pg_try_advisory_xact_lock(7203916) as alone';

/**
 * Beyond the horizon lie rows of transactions that have all ended. It moves together with the rows that go: whoever
 * looks sees either both or neither, on replicas too.
 */
const MOVE = `
  update journal_horizon set xid = greatest(xid, least(
    pg_snapshot_xmin(pg_current_snapshot()),
    (select xid from journal where id <= (select max(id) from journal) - $1::bigint order by id desc limit 1)))
  where exists (select from journal where id <= (select max(id) from journal) - $1::bigint)`;

const PRUNE = 'delete from journal where xid < (select xid from journal_horizon)';

/**
 * Takes the oldest rows out of the journal. Safe at any moment: an instance that had not taken them in finds the
 * horizon beyond its last look, and reads everything anew.
 * @param client of the owner of the tables, in no transaction
 * @returns how many rows went
 */
export async function pruneJournal(client: ClientBase, kept = KEPT_ROWS): Promise<number> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ alone: boolean }>(ALONE);
    let gone = 0;
    if (rows[0]?.alone === true) {
      await client.query(MOVE, [kept]);
      gone = (await client.query(PRUNE)).rowCount ?? 0;
    }
    await client.query('commit');
    return gone;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Prunes every now and then, for as long as the server runs; returns what ends it. */
export function keepJournalShort(pool: Pool): () => Promise<void> {
  let working: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    working = pruneWith(pool);
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}

async function pruneWith(pool: Pool): Promise<void> {
  try {
    const client = await pool.connect();
    await pruneJournal(client).finally(() => client.release());
  } catch {
    // The database is away: next time.
  }
}
