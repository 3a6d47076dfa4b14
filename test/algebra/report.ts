import type { TestServer } from '../support/server.ts';

/** A report that a test puts into its database. */
export interface Report {
  readonly organization: string;
  readonly indicator: string;
  readonly period: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly dimensions?: object;
  readonly qualifier?: string;
  readonly role?: string;
  readonly per?: string;
  readonly knownAt?: string;
}

const INSERT = `
  insert into observation (organization_id, indicator_code, role, period_key, period, dimensions, value, numerator, denominator, qualifier, per, source_id, known_at)
  select id, ?, ?::observation_role, ?, ?::daterange, ?::jsonb, ?, ?, ?, ?::qualifier, ?::period_unit, 'article-que-son-2023', ?::timestamptz
  from organization where code = ?`;

/** Writes reports as an importer would. */
export async function report({ orm }: TestServer, reports: readonly Report[]): Promise<void> {
  for (const each of reports) {
    const {
      indicator,
      role = 'ACTUAL',
      period,
      dimensions = {},
      qualifier = 'EXACT',
      per = null,
      knownAt = '2024-02-01T00:00:00Z',
      organization,
    } = each;
    const { value = null, numerator = null, denominator = null } = each;
    const values = [
      indicator,
      role,
      period,
      daysOf(period),
      JSON.stringify(dimensions),
      value,
      numerator,
      denominator,
      qualifier,
      per,
      knownAt,
      organization,
    ];
    await orm.em.getConnection().execute(INSERT, values);
  }
}

/** The days of a year, a quarter, a month, a day or a span, as a half-open daterange. */
function daysOf(period: string): string | null {
  if (period.startsWith('TERM-')) return null;
  if (period.includes('/')) return `[${period.replace('/', ',')}]`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return months(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3);
  const [year = 0, month, day] = period.split('-').map(Number);
  if (day !== undefined) return `[${period},${period}]`;
  return month === undefined ? months(year, 1, 12) : months(year, month, 1);
}

function months(year: number, first: number, count: number): string {
  const day = (month: number): string => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  return `[${day(first)},${day(first + count)})`;
}
