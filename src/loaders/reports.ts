import type { MemberAccess } from '../access/member-access.ts';
import type { Statements } from '../database/statements.ts';
import type { ReportState } from '../facts/reports/report.ts';
import type { Day } from '../periods/day.ts';

/** A report as its row gives it; moments are in milliseconds since 1970. */
export interface ReportRow {
  readonly id: number;
  readonly organizationId: number;
  readonly periodKey: string;
  readonly set: string | null;
  readonly state: ReportState;
  readonly version: number;
  readonly revision: number;
  readonly submittedAt: number | null;
  readonly answeredAt: number | null;
  readonly note: string | null;
}

const COLUMNS = `
  r.id, r.organization_id as "organizationId", r.period_key as "periodKey", r.set_code as "set", r.state, r.version, r.revision,
  (extract(epoch from r.submitted_at) * 1000)::float8 as "submittedAt",
  (extract(epoch from r.answered_at) * 1000)::float8 as "answeredAt", r.note`;

const BY_ID = `select ${COLUMNS} from report r where r.id = any($1::int[])`;

/** Reads reports by id in one statement, in the order asked for. One that the viewer may not see is as unknown. */
export async function readReports(
  statements: Statements,
  { session, sees }: MemberAccess,
  ids: readonly number[],
): Promise<(ReportRow | undefined)[]> {
  const rows = await statements.rowsWith<ReportRow>(session, 'reports', BY_ID, [ids]);
  const byId = new Map(rows.filter((row) => sees(row.organizationId)).map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

/** A page of reports: of one unit, of a unit and all below it, or of all that the viewer may see. */
export interface ReportsKey {
  readonly organizationId?: number;
  readonly within?: { readonly organizationId: number; readonly day: Day };
  readonly periodKey?: string;
  readonly states?: readonly ReportState[];
  readonly first: number;
  /** The id of the row before the page; 0 for the first page. */
  readonly afterId: number;
}

export interface ReportPage {
  readonly rows: readonly ReportRow[];
  readonly hasNext: boolean;
  readonly totalCount: number;
}

export function reportsKeyOf({ organizationId, within, periodKey, states, first, afterId }: ReportsKey): string {
  return [organizationId, within?.organizationId, within?.day, periodKey, states?.join(' '), first, afterId].join('|');
}

const WANTED = `
  (asked.organization_id is null or r.organization_id = asked.organization_id)
  and (asked.period_key is null or r.period_key = asked.period_key)
  and (asked.states is null or r.state::text = any(string_to_array(asked.states, ' ')))
  and (asked.within_id is null or viewer_sees_cell(r.organization_id, asked.within_id, date '1970-01-01' + asked.day))`;

/** One statement for any number of pages: each asks for one row more than it gives, to know whether there is a next. */
const PAGES = `
  select asked.number::int as "asked", counted.total::int as "total", found.*
  from unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::text[], $6::int[], $7::int[])
    with ordinality as asked(organization_id, within_id, day, period_key, states, first, after_id, number)
  cross join lateral (select count(*) as total from report r where ${WANTED}) counted
  left join lateral (
    select ${COLUMNS} from report r where r.id > asked.after_id and ${WANTED} order by r.id limit asked.first + 1
  ) found on true
  order by asked.number, found.id`;

/** Reads pages of reports in one statement, in the order asked for. */
export async function readReportPages(
  statements: Statements,
  { session, sees }: MemberAccess,
  keys: readonly ReportsKey[],
): Promise<ReportPage[]> {
  const rows = await statements.rowsWith<ReportRow & { asked: number; total: number }>(session, 'report-pages', PAGES, [
    keys.map(({ organizationId }) => organizationId ?? null),
    keys.map(({ within }) => within?.organizationId ?? null),
    keys.map(({ within }) => within?.day ?? null),
    keys.map(({ periodKey }) => periodKey ?? null),
    keys.map(({ states }) => states?.join(' ') ?? null),
    keys.map(({ first }) => first),
    keys.map(({ afterId }) => afterId),
  ]);
  const byAsked = Map.groupBy(rows, (row) => row.asked);
  return keys.map((key, at) => {
    const own = byAsked.get(at + 1) ?? [];
    const found = own.filter((row) => row.id !== null && sees(row.organizationId));
    return { rows: found.slice(0, key.first), hasNext: found.length > key.first, totalCount: own[0]?.total ?? 0 };
  });
}

/** Who has handed a report in, of some units. */
export interface HandedInKey {
  readonly organizationIds: readonly number[];
  readonly periodKey: string;
  readonly set: string | null;
}

export function handedInKey({ organizationIds, periodKey, set }: HandedInKey): string {
  return `${organizationIds.join()}|${periodKey}|${set ?? ''}`;
}

const HANDED_IN = `
  select asked.number::int as "asked", r.organization_id as "organizationId"
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked(organization_ids, period_key, set_code, number)
  join report r on r.organization_id = any(string_to_array(asked.organization_ids, ',')::int[])
    and r.period_key = asked.period_key and coalesce(r.set_code, '') = coalesce(asked.set_code, '')
    and (r.state in ('SUBMITTED', 'APPROVED') or r.answered_at is not null)`;

/** Reads which of some units have handed in their reports, in one statement. One that was returned is not in. */
export async function readHandedIn(
  statements: Statements,
  { session }: MemberAccess,
  keys: readonly HandedInKey[],
): Promise<ReadonlySet<number>[]> {
  const rows = await statements.rowsWith<{ asked: number; organizationId: number }>(
    session,
    'reports-handed-in',
    HANDED_IN,
    [
      keys.map(({ organizationIds }) => organizationIds.join()),
      keys.map(({ periodKey }) => periodKey),
      keys.map(({ set }) => set),
    ],
  );
  const answers = keys.map(() => new Set<number>());
  for (const row of rows) answers[row.asked - 1]?.add(row.organizationId);
  return answers;
}
