import type { MemberAccess } from '../access/member-access.ts';
import type { Statements } from '../database/statements.ts';
import type { FigureParts } from '../facts/reports/figure.ts';
import type { ReportEventKind } from '../facts/reports/report.ts';
import type { FactsWanted } from './snapshot/facts.ts';
import { columnsOf } from './snapshot/facts.ts';

/** A figure of a report as its row gives it. */
export interface ReportFigureRow extends FigureParts {
  readonly periodKey: string;
}

/** A version of a report. */
export interface VersionKey {
  readonly reportId: number;
  readonly version: number;
}

const FIGURES = `
  select asked.number::int as "asked", f.indicator_code as indicator, f.role, f.period_key as "periodKey", f.per,
    f.dimensions, f.value, f.numerator, f.denominator, f.qualifier, f.source_id as source, f.note
  from unnest($1::int[], $2::int[]) with ordinality as asked(report_id, version, number)
  join report_figure f on f.report_id = asked.report_id and f.version = asked.version
  order by f.id`;

/** Reads the figures of versions of reports in one statement, as they were written down. */
export async function readReportFigures(
  statements: Statements,
  { session }: MemberAccess,
  keys: readonly VersionKey[],
): Promise<(readonly ReportFigureRow[])[]> {
  const rows = await statements.rowsWith<ReportFigureRow & { asked: number }>(session, 'report-figures', FIGURES, [
    keys.map(({ reportId }) => reportId),
    keys.map(({ version }) => version),
  ]);
  const byAsked = Map.groupBy(rows, (row) => row.asked);
  return keys.map((_, at) => byAsked.get(at + 1) ?? []);
}

/** An event of a report as its row gives it. */
export interface ReportEventRow {
  readonly reportId: number;
  readonly version: number;
  readonly kind: ReportEventKind;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly subject: string;
  readonly role: string;
  readonly unit: string | null;
  readonly reason: string | null;
}

const EVENTS = `
  select report_id as "reportId", version, kind, (extract(epoch from at) * 1000)::float8 as "at", by_subject as subject,
    by_role as role, by_unit as unit, reason
  from report_event where report_id = any($1::int[]) order by id`;

/** Reads what happened to reports in one statement, from the first event on. */
export async function readReportEvents(
  statements: Statements,
  { session }: MemberAccess,
  reportIds: readonly number[],
): Promise<(readonly ReportEventRow[])[]> {
  const rows = await statements.rowsWith<ReportEventRow>(session, 'report-events', EVENTS, [reportIds]);
  const byReport = Map.groupBy(rows, ({ reportId }) => reportId);
  return reportIds.map((id) => byReport.get(id) ?? []);
}

const AWAITING = `
  select distinct wanted.number::int as "wanted", a.organization_id as "organizationId"
  from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as wanted(indicator, role, period_key, period, number)
  join report_awaiting a on a.indicator_code = wanted.indicator and a.role = wanted.role::observation_role
    and (a.period_key = wanted.period_key or a.period <@ wanted.period::daterange)`;

/** Reads in one statement which units have handed in figures that wait for approval: who, and never what. */
export async function readAwaiting(
  statements: Statements,
  wanted: readonly FactsWanted[],
): Promise<ReadonlySet<number>[]> {
  const rows = await statements.rows<{ wanted: number; organizationId: number }>(
    'reports-awaiting',
    AWAITING,
    columnsOf(wanted),
  );
  const answers = wanted.map(() => new Set<number>());
  for (const row of rows) answers[row.wanted - 1]?.add(row.organizationId);
  return answers;
}
