import type { Statements } from '../../database/statements.ts';
import type { ObservationRole } from '../../facts/indicators/indicator.ts';
import type { FigureState } from '../../facts/reports/report.ts';
import { formatPeriod } from '../../periods/format.ts';
import { formatDay } from '../../periods/day.ts';
import type { Period } from '../../periods/period.ts';
import type { Fact } from '../../rollup/fact.ts';

/** Which facts a figure needs: one indicator in one role, about a period and the spans within it. */
export interface FactsWanted {
  readonly indicator: string;
  readonly role: ObservationRole;
  readonly period: Period;
}

/** A fact as stored: with the organisation's id and its dimensions. */
export interface FactRow extends Omit<Fact, 'unit' | 'days'> {
  readonly organizationId: number;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly from: number | null;
  readonly to: number | null;
  readonly reportedAt: number | null;
  /** When another version of its report took its place, in milliseconds since 1970; null while it stands. */
  readonly replacedAt: number | null;
  readonly state: FigureState;
}

export function factsKey({ indicator, role, period }: FactsWanted): string {
  return `${indicator}|${role}|${formatPeriod(period)}`;
}

/**
 * One statement for any number of questions: `wanted` numbers them, and each row says which it answers.
 * Targets set "per year" of a term are taken along with every target, since they answer for each year.
 */
const FACTS = `
  select wanted.number::int as "wanted", o.id, o.organization_id as "organizationId", o.period_key as "periodKey",
    lower(o.period) - date '1970-01-01' as "from", upper(o.period) - date '1970-01-01' as "to",
    o.approximate, o.per, o.dimensions, o.value, o.numerator, o.denominator, o.qualifier, o.source_id as "sourceId",
    (extract(epoch from o.known_at) * 1000)::float8 as "knownAt",
    (extract(epoch from o.reported_at) * 1000)::float8 as "reportedAt",
    (extract(epoch from o.replaced_at) * 1000)::float8 as "replacedAt",
    case when o.report_id is null then 'PUBLISHED' else 'APPROVED' end as state
  from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as wanted(indicator, role, period_key, period, number)
  join observation o on o.indicator_code = wanted.indicator and o.role = wanted.role::observation_role
    and (o.period_key = wanted.period_key or o.period <@ wanted.period::daterange or (o.role = 'TARGET' and o.per is not null))
  order by o.id`;

/** Reads the facts of several questions in one statement; the answers stand in the order of the questions. */
export async function readFacts(statements: Statements, wanted: readonly FactsWanted[]): Promise<FactRow[][]> {
  const rows = await statements.rows<FactRow & { wanted: number }>('facts', FACTS, columnsOf(wanted));
  const answers: FactRow[][] = wanted.map(() => []);
  for (const row of rows) answers[row.wanted - 1]?.push(row);
  return answers;
}

/** Questions as the statement takes them. */
export function columnsOf(wanted: readonly FactsWanted[]): string[][] {
  return [
    wanted.map((each) => each.indicator),
    wanted.map((each) => each.role),
    wanted.map((each) => formatPeriod(each.period)),
    wanted.map((each) => rangeOf(each.period)),
  ];
}

/** A PostgreSQL daterange in which lie the spans that may stand in for the period; empty where none may. */
function rangeOf(period: Period): string {
  if (period.type === 'term' || period.approximate) return 'empty';
  return `[${formatDay(period.from)},${formatDay(period.to)})`;
}
