import type { MemberAccess } from '../access/member-access.ts';
import type { Statements } from '../database/statements.ts';
import type { FigureState } from '../facts/reports/report.ts';
import type { FactRow, FactsWanted } from './snapshot/facts.ts';
import { columnsOf } from './snapshot/facts.ts';

/** Facts of reports that are not approved. */
export interface PendingFactsWanted extends FactsWanted {
  readonly states: readonly FigureState[];
}

/**
 * As if they were approved now: what was handed in as of that moment, what was not as of this one. Ids are negative, so
 * that none is that of an observation.
 */
const PENDING = `
  select wanted.number::int as "wanted", -f.id as id, r.organization_id as "organizationId", f.period_key as "periodKey",
    lower(f.period) - date '1970-01-01' as "from", upper(f.period) - date '1970-01-01' as "to",
    f.period_key like '%~' as approximate, f.per, f.dimensions, f.value, f.numerator, f.denominator, f.qualifier,
    coalesce(f.source_id, 'report-' || r.id || '-' || r.version) as "sourceId",
    (extract(epoch from case r.state when 'SUBMITTED' then r.submitted_at else now() end) * 1000)::float8 as "knownAt",
    (extract(epoch from coalesce(r.answered_at, r.submitted_at)) * 1000)::float8 as "reportedAt", null as "replacedAt", r.state
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
    with ordinality as wanted(indicator, role, period_key, period, states, number)
  join report_figure f on f.indicator_code = wanted.indicator and f.role = wanted.role::observation_role
    and (f.period_key = wanted.period_key or f.period <@ wanted.period::daterange)
  join report r on r.id = f.report_id and r.version = f.version and r.state <> 'APPROVED'
    and r.state::text = any(string_to_array(wanted.states, ' '))
  order by f.id`;

/** Reads in one statement what reports that are not approved say: of units that the viewer may see. */
export async function readPendingFacts(
  statements: Statements,
  { session, sees }: MemberAccess,
  wanted: readonly PendingFactsWanted[],
): Promise<FactRow[][]> {
  const answers: FactRow[][] = wanted.map(() => []);
  const values = [...columnsOf(wanted), wanted.map(({ states }) => states.join(' '))];
  const rows = await statements.rowsWith<FactRow & { wanted: number }>(session, 'pending-facts', PENDING, values);
  for (const row of rows) if (sees(row.organizationId)) answers[row.wanted - 1]?.push(row);
  return answers;
}
