import type { Statements } from '../../database/statements.ts';

/** What changed since the last look, and the mark to look from next time. */
export interface JournalPage {
  /** PostgreSQL's own text of a transaction snapshot: which transactions are in sight. */
  readonly mark: string;
  readonly changes: readonly { readonly topic: string; readonly key: string | null }[];
}

const FIRST = `select pg_current_snapshot()::text as mark, '[]'::json as changes`;

/**
 * A row counts as new where its transaction is in sight now and was not at the last look: exact, and
 * never blind to a transaction that began early and ended late.
 */
const SINCE = `
  select pg_current_snapshot()::text as mark, coalesce((
    select json_agg(distinct jsonb_build_object('topic', topic, 'key', key))
    from journal
    where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)
  ), '[]') as changes`;

/** Reads what the journal gained since a mark, in one statement; without a mark, just where it stands. */
export async function readJournal(statements: Statements, mark: string | undefined): Promise<JournalPage> {
  const rows =
    mark === undefined
      ? await statements.rows<JournalPage>('journal-first', FIRST)
      : await statements.rows<JournalPage>('journal-since', SINCE, [mark]);
  const [page] = rows;
  if (!page) throw new Error('the journal gave no row');
  return page;
}
