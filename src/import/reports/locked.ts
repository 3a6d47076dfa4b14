import type { ClientBase } from 'pg';
import { CodedError } from '../../errors/coded-error.ts';
import type { ReportState } from '../../facts/reports/report.ts';

/** Who does something to a report. */
export interface Actor {
  readonly subject: string;
  readonly role: string;
  readonly unit: string | null;
}

/** A report that nobody else changes until the transaction ends. */
export interface LockedReport {
  readonly id: number;
  readonly state: ReportState;
  readonly version: number;
  readonly revision: number;
  readonly submittedBy: string | null;
}

const LOCK = `
  select id, state, version, revision, submitted_by as "submittedBy" from report where id = $1 for update`;

/**
 * Waits for whoever is at the report already.
 * @param revision as the report was read; any where absent
 * @throws CodedError REPORT_UNKNOWN, REPORT_CHANGED
 */
export async function lockReport(client: ClientBase, id: number, revision?: number): Promise<LockedReport> {
  const { rows } = await client.query<LockedReport>(LOCK, [id]);
  const [report] = rows;
  if (!report) throw reportUnknown(String(id));
  if (revision !== undefined && revision !== report.revision) {
    throw new CodedError('REPORT_CHANGED', `Expected revision ${report.revision} of report ${id}; got ${revision}.`, {
      expected: String(report.revision),
      received: String(revision),
    });
  }
  return report;
}

export function reportUnknown(id: string): CodedError {
  return new CodedError('REPORT_UNKNOWN', `Expected the id of a report; got ${id}.`, { received: id });
}

const EVENT = `
  insert into report_event (report_id, version, kind, at, by_subject, by_role, by_unit, reason)
  values ($1, $2, $3, greatest(date_trunc('milliseconds', clock_timestamp()),
    (select max(before.at) from report_event before where before.report_id = $1)), $4, $5, $6, $7) returning at`;

/**
 * Writes down what happens to a report; gives the moment, to the millisecond. It is never before what happened to the
 * report so far, though the clock was set back in between.
 */
export async function writeEvent(
  client: ClientBase,
  { id, version }: { readonly id: number; readonly version: number },
  kind: string,
  { subject, role, unit }: Actor,
  reason: string | null,
): Promise<Date> {
  const { rows } = await client.query<{ at: Date }>(EVENT, [id, version, kind, subject, role, unit, reason]);
  const at = rows[0]?.at;
  if (!at) throw new Error('the event of the report was not written');
  return at;
}
