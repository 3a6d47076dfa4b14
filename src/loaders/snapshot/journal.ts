import type { Statements } from '../../database/statements.ts';

/** Where a look at the journal ended, to look from next time. */
export interface Mark {
  /** PostgreSQL's own text of a transaction snapshot: which transactions are in sight. */
  readonly snapshot: string;
  /** Rows of transactions that the snapshot leaves out, and that were taken in all the same. */
  readonly taken: readonly string[];
}

/** What changed since the last look. */
export interface JournalPage {
  readonly mark: Mark;
  readonly changes: readonly { readonly topic: string; readonly key: string | null }[];
  /** Whether changes since the last look may be gone from the journal: then everything counts as changed. */
  readonly isPruned: boolean;
  /** A place in PostgreSQL's log that the state is not beyond. */
  readonly at: string;
}

/**
 * A server that follows another does not tell which transactions under way are older than others: there, all that
 * are not older than every one of them count as out of sight, and the rows of theirs that are there are remembered.
 */
const NOW = `
  case when pg_is_in_recovery() then format('%1$s:%1$s:', pg_snapshot_xmin(pg_current_snapshot()))
    else pg_current_snapshot()::text end as snapshot,
  case when pg_is_in_recovery()
    then array(select id::text from journal where xid >= pg_snapshot_xmin(pg_current_snapshot())) else '{}'::text[] end as taken,
  (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end)::text as at`;

const FIRST = `select ${NOW}, '[]'::json as changes, false as "isPruned"`;

/**
 * A row counts as new where its transaction is in sight now and was not at the last look: exact, and
 * never blind to a transaction that began early and ended late.
 */
const SINCE = `
  select ${NOW}, coalesce((
    select json_agg(distinct jsonb_build_object('topic', topic, 'key', key))
    from journal
    where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)
      and id <> all($2::bigint[])
  ), '[]') as changes, (select xid from journal_horizon) > pg_snapshot_xmin($1::pg_snapshot) as "isPruned"`;

type Row = Mark & Omit<JournalPage, 'mark'>;

/** Reads what the journal gained since a mark, in one statement; without a mark, just where it stands. */
export async function readJournal(statements: Statements, mark: Mark | undefined): Promise<JournalPage> {
  const rows =
    mark === undefined
      ? await statements.rows<Row>('journal-first', FIRST)
      : await statements.rows<Row>('journal-since', SINCE, [mark.snapshot, mark.taken]);
  const [row] = rows;
  if (!row) throw new Error('the journal gave no row');
  const { snapshot, taken, changes, isPruned, at } = row;
  return { mark: { snapshot, taken }, changes, isPruned, at };
}
