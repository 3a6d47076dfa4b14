import type { Statements } from '../../database/statements.ts';
import type { Day } from '../../periods/day.ts';
import type { PeriodKind } from '../../periods/period-kind.ts';
import { DueDates } from '../../rollup/due.ts';

/** A rule or an override as its row gives it; days are whole numbers since 1970-01-01. */
export interface DueDateRow {
  readonly set: string | null;
  readonly periodKind: PeriodKind | null;
  readonly periodKey: string | null;
  readonly organizationId: number | null;
  readonly days: number | null;
  readonly dueOn: Day | null;
}

const DUE_DATES = `
  select set_code as "set", period_kind as "periodKind", period_key as "periodKey", organization_id as "organizationId",
    days, due_on - date '1970-01-01' as "dueOn"
  from due_date order by id`;

/** Reads by which days reports are due, in one statement. */
export async function readDueDates(statements: Statements): Promise<DueDateRow[]> {
  return statements.rows<DueDateRow>('due-dates', DUE_DATES);
}

/** Rows as the algebra sees them. */
export function dueDatesOf(
  rows: readonly DueDateRow[],
  sets: readonly { readonly code: string; readonly indicators: readonly string[] }[],
): DueDates {
  const setsByIndicator = new Map<string, string[]>();
  for (const { code, indicators } of sets)
    for (const indicator of indicators)
      setsByIndicator.set(indicator, [...(setsByIndicator.get(indicator) ?? []), code]);
  return new DueDates(
    rows.flatMap(({ set, periodKind, days }) => (days === null ? [] : [{ set, periodKind, days }])),
    rows.flatMap(({ set, periodKey, organizationId, dueOn }) =>
      periodKey === null || dueOn === null ? [] : [{ set, periodKey, organizationId, dueOn }],
    ),
    setsByIndicator,
  );
}
