import { basename } from 'node:path';
import type { ClientBase } from 'pg';
import type { ImportOptions } from './import-file.ts';
import type { Counts, ImportReport } from './report.ts';
import type { SubjectName } from './subjects/subject.ts';

/** The first half of the keys of advisory locks that imports take; the other is of the subject. */
const IMPORT_LOCK = 7_203_917;

/** Imports of one subject are checked and written one after the other; each sees what the one before wrote. */
export async function lockSubject(client: ClientBase, subject: SubjectName): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [IMPORT_LOCK, subject]);
}

/** By what a file is known to have been taken. */
export interface FileKey {
  readonly subject: SubjectName;
  /** Code of the unit that it came from; empty for one who may change everything. What one may bring in differs. */
  readonly unit: string;
  readonly sha256: string;
}

/** What a file that was taken before came to; undefined for one that was not. */
export async function findKnown(client: ClientBase, { subject, unit, sha256 }: FileKey): Promise<Counts | undefined> {
  const { rows } = await client.query<Counts>(
    `select rows::int, 0 as created, 0 as updated, (rows - rejected)::int as unchanged, rejected::int
    from import_file where subject = $1 and unit = $2 and sha256 = $3`,
    [subject, unit, sha256],
  );
  return rows[0];
}

/** Writes down that a file was taken, in the transaction that takes it. */
export async function recordFile(
  client: ClientBase,
  { name, by = null, scope }: Pick<ImportOptions, 'name' | 'by' | 'scope'>,
  { subject, sha256, rows, created, updated, unchanged, rejected }: ImportReport,
): Promise<void> {
  await client.query(
    `insert into import_file (subject, unit, sha256, name, rows, created, updated, unchanged, rejected, imported_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [subject, scope?.unit ?? '', sha256, basename(name).slice(0, 200), rows, created, updated, unchanged, rejected, by],
  );
}
