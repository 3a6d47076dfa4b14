import type { ClientBase } from 'pg';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { ERROR_CATALOGUE } from '../../errors/catalogue.ts';
import type { SubjectName } from './subjects/subject.ts';

/** What became of a file, or would: it was taken, it was refused, or it had been taken before and changed nothing. */
export const IMPORT_OUTCOMES = ['TAKEN', 'REFUSED', 'KNOWN'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** All rows that the same thing is wrong with. */
export interface Cause {
  readonly code: string;
  /** What the code means, and what to do. */
  readonly description: string;
  readonly remedy: string;
  /** The property in question; empty where it is the row, or the file. */
  readonly property: string;
  /** How often it was found. */
  readonly count: number;
  /** The first of the rows; empty where it is the file. */
  readonly rows: readonly number[];
  /** Some of what came, or what it is about. */
  readonly objects: readonly string[];
}

export interface ImportReport {
  readonly outcome: ImportOutcome;
  /** Null where the file does not tell. */
  readonly subject: SubjectName | null;
  /** SHA-256 of the unpacked content; null where it was not read to its end. */
  readonly sha256: string | null;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** The most frequent first. */
  readonly causes: readonly Cause[];
}

export type Counts = Pick<ImportReport, 'rows' | 'created' | 'updated' | 'unchanged' | 'rejected'>;
export const NO_COUNTS: Counts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

/** How many rows and objects a cause shows. */
const SHOWN = 20;

/** A cause with what its code means. */
export function causeOf(found: Omit<Cause, 'description' | 'remedy'>): Cause {
  const { description, remedy } = ERROR_CATALOGUE[found.code as ErrorCode] ?? { description: found.code, remedy: '' };
  return { ...found, description, remedy };
}

export async function readCauses(client: ClientBase): Promise<Cause[]> {
  const { rows } = await client.query<Omit<Cause, 'description' | 'remedy'>>(CAUSES);
  return rows.map(causeOf);
}

const CAUSES = `
  select code, property, count(*)::int as count,
    coalesce((array_agg(distinct row order by row) filter (where row > 0))[1:${SHOWN}], '{}') as rows,
    coalesce((array_agg(distinct object order by object) filter (where object <> ''))[1:${SHOWN}], '{}') as objects
  from pg_temp.import_finding group by code, property order by count(*) desc, code, property`;

export async function readCounts(client: ClientBase): Promise<Counts> {
  const { rows } = await client.query<Counts>(COUNTS);
  return rows[0] ?? NO_COUNTS;
}

const COUNTS = `
  with planned as (
    select action, count(*)::int as rows from pg_temp.import_planned p
    where not exists (select from pg_temp.import_finding f where f.row = p.row) group by action
  )
  select (select count(*)::int from pg_temp.import_staged) as rows,
    coalesce((select rows from planned where action = 'CREATED'), 0) as created,
    coalesce((select rows from planned where action = 'UPDATED'), 0) as updated,
    coalesce((select rows from planned where action = 'UNCHANGED'), 0) as unchanged,
    (select count(distinct row)::int from pg_temp.import_finding where row > 0) as rejected`;
