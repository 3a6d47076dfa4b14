import type { Statements } from '../database/statements.ts';
import type { ObservationRole } from '../facts/indicators/indicator.ts';
import type { FigureParts } from '../facts/reports/figure.ts';
import type { FigureState } from '../facts/reports/report.ts';

/** One organisation's page of observations: what to take, and from where on. */
export interface ObservationsKey {
  readonly organizationId: number;
  readonly code?: string;
  readonly role?: ObservationRole;
  /** Milliseconds since 1970; rows known later are left out. */
  readonly knownAt?: number;
  readonly first: number;
  /** The id of the row before the page; 0 for the first page. */
  readonly afterId: number;
}

/** An observation as its row gives it. */
export interface ObservationRow extends Omit<FigureParts, 'source'> {
  readonly id: number;
  readonly periodKey: string | null;
  readonly sourceId: string;
  /** Milliseconds since 1970. */
  readonly knownAt: number;
  readonly state: FigureState;
  /** Milliseconds since 1970; null while it stands. */
  readonly replacedAt: number | null;
}

export interface ObservationPage {
  readonly rows: readonly ObservationRow[];
  readonly hasNext: boolean;
  readonly totalCount: number;
}

export function observationsKeyOf(key: ObservationsKey): string {
  return [key.organizationId, key.code ?? '', key.role ?? '', key.knownAt ?? '', key.first, key.afterId].join('|');
}

/** One statement for any number of pages: each asks for one row more than it gives, to know whether there is a next. */
const PAGES = `
  select asked.number::int as "asked", counted.total::int as "total", o.*
  from unnest($1::int[], $2::text[], $3::text[], $4::timestamptz[], $5::int[], $6::int[])
    with ordinality as asked(organization_id, code, role, known_at, first, after_id, number)
  cross join lateral (
    select count(*) as total from observation
    where organization_id = asked.organization_id
      and (asked.code is null or indicator_code = asked.code)
      and (asked.role is null or role = asked.role::observation_role)
      and (asked.known_at is null or known_at <= asked.known_at)
  ) counted
  left join lateral (
    select id, indicator_code as indicator, role, period_key as "periodKey", per, dimensions, value, numerator, denominator,
      qualifier, source_id as "sourceId", (extract(epoch from known_at) * 1000)::float8 as "knownAt", note,
      case when report_id is null then 'PUBLISHED' else 'APPROVED' end as state,
      (extract(epoch from replaced_at) * 1000)::float8 as "replacedAt"
    from observation
    where organization_id = asked.organization_id and id > asked.after_id
      and (asked.code is null or indicator_code = asked.code)
      and (asked.role is null or role = asked.role::observation_role)
      and (asked.known_at is null or known_at <= asked.known_at)
    order by id limit asked.first + 1
  ) o on true
  order by asked.number, o.id`;

/** Reads the pages of several organisations in one statement, in the order asked for. */
export async function readObservationPages(
  statements: Statements,
  keys: readonly ObservationsKey[],
): Promise<ObservationPage[]> {
  const rows = await statements.rows<ObservationRow & { asked: number; total: number }>('observations', PAGES, [
    keys.map((key) => key.organizationId),
    keys.map((key) => key.code ?? null),
    keys.map((key) => key.role ?? null),
    keys.map((key) => (key.knownAt === undefined ? null : new Date(key.knownAt))),
    keys.map((key) => key.first),
    keys.map((key) => key.afterId),
  ]);
  const byAsked = Map.groupBy(rows, (row) => row.asked);
  return keys.map((key, at) => {
    const own = byAsked.get(at + 1) ?? [];
    const found = own.filter((row) => row.id !== null);
    return { rows: found.slice(0, key.first), hasNext: found.length > key.first, totalCount: own[0]?.total ?? 0 };
  });
}
