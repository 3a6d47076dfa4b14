import type { ClientBase } from 'pg';
import pg from 'pg';
import { CodedError } from '../../errors/coded-error.ts';
import type { OnRegisterProgress } from '../register/progress.ts';
import { ProgressTeller } from '../register/progress.ts';
import { makeScope } from './checks.ts';
import { chooseSubject } from './choose-subject.ts';
import { namesBeside, resolveHeaders } from './headers.ts';
import type { FileLimits } from './limits.ts';
import { FILE_LIMITS } from './limits.ts';
import { findKnown, lockSubject, recordFile } from './known-files.ts';
import { decideStyle } from './numbers.ts';
import type { ReadFile } from './read/index.ts';
import { readTable } from './read/index.ts';
import { writeRejected } from './rejected.ts';
import type { ImportReport } from './report.ts';
import { causeOf, NO_COUNTS, readCauses, readCounts } from './report.ts';
import { makeStage, stageRows } from './stage.ts';
import { subjectNamed } from './subjects/index.ts';
import type { Subject, SubjectName } from './subjects/subject.ts';
import type { Fault } from './table.ts';
import type { NumberStyle } from './values/number.ts';
import { Words } from './words.ts';
import type { FileScope, Work } from './work.ts';

export interface ImportOptions {
  /** A postgres:// address of a database with all migrations, as the owner of its tables. */
  readonly url: string;
  /** The file. */
  readonly path: string;
  /** Its name, for the record. */
  readonly name: string;
  /** What it is about; told by its headers where absent. */
  readonly subject?: SubjectName | undefined;
  /** Does all of it, reports, and takes it back. */
  readonly dryRun?: boolean;
  /** Takes the rows that nothing is wrong with, though others are rejected. */
  readonly acceptValid?: boolean;
  /** How its numbers are written, where the file itself does not tell. */
  readonly numbers?: NumberStyle | undefined;
  readonly limits?: FileLimits;
  readonly scope?: FileScope | undefined;
  readonly by?: string | null;
  /** Where rejected rows go, each with its reasons, in the form that the file has. */
  readonly rejectedTo?: string | undefined;
  /** Those of a workbook as CSV: what is handed on as text. */
  readonly rejectedAsText?: boolean;
  readonly onProgress?: OnRegisterProgress;
  /** Stops the import; nothing of it stays. */
  readonly signal?: AbortSignal | undefined;
}

/** Subjects that one who is of a unit brings in; the others change what is everybody's. */
const OF_A_UNIT: ReadonlySet<SubjectName> = new Set<SubjectName>([
  'observations',
  'members',
  'member-events',
  'sources',
]);
const SHARE_OF_STAGING = 0.5;
const ROWS_A_TELLING = 2_000;

/**
 * Brings a file in: all of it in one transaction, or nothing. Whatever is wrong with it is in the report.
 * @throws CodedError IMPORT_STOPPED, DATABASE_UNAVAILABLE
 */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const client = new pg.Client({ connectionString: options.url });
  client.on('error', () => undefined);
  await client.connect();
  const stop = stopOn(client, options);
  try {
    await client.query(`begin; set local work_mem = '128MB'`);
    const report = await runFile(client, options);
    const isWanted = report.outcome === 'TAKEN' && options.dryRun !== true;
    if (options.signal?.aborted === true) throw stopped();
    await client.query(isWanted ? 'commit' : 'rollback');
    if (isWanted && report.rows > MANY) await client.query(`analyze ${CHANGED}`);
    return report;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (options.signal?.aborted === true) throw stopped();
    return refusedBy(error, options.subject);
  } finally {
    stop();
    await client.end().catch(() => undefined);
  }
}

/** So many rows change what the planner has to know of the tables. */
const MANY = 20_000;
const CHANGED = 'member, member_cell, member_event, observation';

async function runFile(client: ClientBase, options: ImportOptions): Promise<ImportReport> {
  const { path, limits = FILE_LIMITS, scope } = options;
  let subject = options.subject === undefined ? undefined : subjectNamed(options.subject);
  const read = await readTable(path, limits, (own) => {
    subject ??= chooseSubject(own);
    return namesBeside(own, subject.columns);
  });
  try {
    subject ??= chooseSubject(read.table.headers);
    if (scope && !OF_A_UNIT.has(subject.name)) return forbidden(subject.name);
    const { columns, faults } = resolveHeaders(read.table.headers, subject.columns);
    if (faults.length > 0) return refusedFor(subject.name, faults);
    return await runRows(client, options, subject, read, columns);
  } finally {
    await read.close();
  }
}

async function runRows(
  client: ClientBase,
  options: ImportOptions,
  subject: Subject,
  { table, file, form }: ReadFile,
  places: ReturnType<typeof resolveHeaders>['columns'],
): Promise<ImportReport> {
  const progress = new ProgressTeller(options.onProgress ?? (() => undefined));
  await makeStage(client, subject.columns);
  let rows = 0;
  await stageRows(client, table, places, await Words.read(client), () => {
    rows += 1;
    if (rows % ROWS_A_TELLING !== 0) return;
    progress.add(ROWS_A_TELLING);
    progress.show('reading', (file.read / Math.max(file.size, 1)) * SHARE_OF_STAGING);
    options.signal?.throwIfAborted();
  });
  const tell: Work['tell'] = (text, share) => progress.show(text, SHARE_OF_STAGING + share * (1 - SHARE_OF_STAGING));
  tell('waiting for others who bring in the same', 0);
  await lockSubject(client, subject.name);
  const sha256 = file.digest();
  const known = await findKnown(client, { subject: subject.name, unit: options.scope?.unit ?? '', sha256 });
  if (known) return { ...known, outcome: 'KNOWN', subject: subject.name, sha256, causes: [] };
  const style = await decideStyle(client, subject.columns, options.numbers);
  const work: Work = { client, style, scope: options.scope, by: options.by ?? null, tell };
  await makeScope(work);
  tell('checking', 0.05);
  await subject.plan(work);
  const report = await reportOf(client, options, subject.name, sha256);
  if (report.rejected > 0 && options.rejectedTo !== undefined) {
    const { path: from, rejectedTo: to, limits = FILE_LIMITS } = options;
    const written = form === 'xlsx' && options.rejectedAsText === true ? 'csv' : form;
    await writeRejected(client, {
      from,
      to,
      form: written,
      limits,
      namesOf: (own) => namesBeside(own, subject.columns),
    });
  }
  if (report.outcome === 'REFUSED') return report;
  await subject.apply(work);
  await recordFile(client, options, report);
  tell('done', 1);
  return report;
}

async function reportOf(
  client: ClientBase,
  { acceptValid = false }: ImportOptions,
  subject: SubjectName,
  sha256: string,
): Promise<ImportReport> {
  const causes = await readCauses(client);
  const counts = await readCounts(client);
  const isWhole = causes.every(({ rows }) => rows.length > 0);
  const isTaken = causes.length === 0 || (acceptValid && isWhole);
  return { outcome: isTaken ? 'TAKEN' : 'REFUSED', subject, sha256, ...counts, causes };
}

/** The report on a file that cannot be read as a table of its subject. */
function refusedFor(subject: SubjectName | null, faults: readonly Fault[]): ImportReport {
  const byKind = Map.groupBy(faults, ({ code }) => code);
  const causes = [...byKind].map(([code, found]) =>
    causeOf({ code, property: '', count: found.length, rows: [], objects: found.map(({ object }) => object) }),
  );
  return { outcome: 'REFUSED', subject, sha256: null, ...NO_COUNTS, causes };
}

function forbidden(subject: SubjectName): ImportReport {
  return refusedFor(subject, [{ code: 'FORBIDDEN', property: '', object: subject }]);
}

/** What made a file unreadable, or what others changed meanwhile; anything else is none of the file's fault. */
function refusedBy(error: unknown, subject: SubjectName | undefined): ImportReport {
  if (error instanceof CodedError) {
    return refusedFor(subject ?? null, [{ code: error.code, property: '', object: error.message }]);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(23|40)/.test(code)) {
    return refusedFor(subject ?? null, [
      { code: 'FACTS_CHANGED', property: '', object: String((error as Error).message) },
    ]);
  }
  throw error;
}

function stopped(): CodedError {
  return new CodedError('IMPORT_STOPPED', 'The import was stopped; nothing of it was taken.');
}

/** A statement that runs is stopped over another connection. @returns ends the listening */
function stopOn(client: pg.Client, { url, signal }: ImportOptions): () => void {
  const onAbort = (): void => {
    void cancelStatement(url, client);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  return () => signal?.removeEventListener('abort', onAbort);
}

async function cancelStatement(url: string, client: pg.Client): Promise<void> {
  const other = new pg.Client({ connectionString: url });
  other.on('error', () => undefined);
  try {
    await other.connect();
    await other.query('select pg_cancel_backend($1)', [(client as pg.Client & { processID: number }).processID]);
  } catch {
    // The import then ends at its next row, or with its connection.
  } finally {
    await other.end().catch(() => undefined);
  }
}
