import type { Statements } from '../database/statements.ts';

/** A source document as its row gives it. */
export interface SourceRow {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly publisher: string | null;
  readonly publishedOn: number | null;
  readonly file: string | null;
}

const SOURCES = `
  select id, title, kind, publisher, published_on - date '1970-01-01' as "publishedOn", file
  from source_document where id = any($1)`;

/** Reads source documents by id in one statement, in the order asked for. */
export async function readSources(statements: Statements, ids: readonly string[]): Promise<(SourceRow | undefined)[]> {
  // PostgreSQL has no text with a NUL in it: such an id is nobody's.
  const possible = ids.filter((id) => !id.includes('\0'));
  const rows = await statements.rows<SourceRow>('sources', SOURCES, [possible]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}
