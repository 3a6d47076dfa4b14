import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../../database/transaction.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { Day } from '../../periods/day.ts';
import { formatDay } from '../../periods/day.ts';
import { formatPeriod } from '../../periods/format.ts';
import type { Period } from '../../periods/period.ts';
import type { PeriodKind } from '../../periods/period-kind.ts';

/** Indicators that are reported together. */
export interface NewIndicatorSet {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Codes of the catalogue. */
  readonly indicators: readonly string[];
}

/** A rule, with `days`; or an override, with `period` and `dueOn`. */
export interface NewDueDate {
  readonly set: string | null;
  readonly periodKind: PeriodKind | null;
  readonly days: number | null;
  readonly period: Period | null;
  readonly organizationId: number | null;
  readonly dueOn: Day | null;
  readonly reason: string | null;
}

const SET = `
  insert into indicator_set (code, name, name_en, indicators) values ($1, $2, $3, $4)
  on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, indicators = excluded.indicators`;

/** Takes a set of indicators, new or in the place of the one with its code. */
export async function defineIndicatorSet(em: EntityManager, set: NewIndicatorSet): Promise<void> {
  const indicators = [...new Set(set.indicators)].sort();
  await inTransaction(em, (client) => client.query(SET, [set.code, set.name, set.nameEn, indicators]));
}

const DUE_DATE = `
  insert into due_date (set_code, period_kind, period_key, organization_id, days, due_on, reason)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (coalesce(set_code, ''), period_kind, period_key, organization_id)
  do update set days = excluded.days, due_on = excluded.due_on, reason = excluded.reason`;

/** Says by which day reports are due, in the place of what was said of the same before. @throws CodedError DUE_DATE_CONTRADICTORY */
export async function setDueDate(em: EntityManager, due: NewDueDate): Promise<void> {
  requireOne(due);
  const { set, periodKind, period, organizationId, days, dueOn, reason } = due;
  const key = [set, periodKind, period === null ? null : formatPeriod(period), organizationId];
  const day = dueOn === null ? null : formatDay(dueOn);
  await inTransaction(em, (client) => client.query(DUE_DATE, [...key, days, day, reason]));
}

function requireOne({ period, dueOn, days, periodKind, organizationId }: NewDueDate): void {
  const isRule = days !== null && days >= 0 && period === null && dueOn === null && organizationId === null;
  const isOverride = period !== null && dueOn !== null && days === null && periodKind === null;
  if (isRule || isOverride) return;
  const expected = 'either `days` from 0 up, or `period` with `dueOn`';
  throw new CodedError('DUE_DATE_CONTRADICTORY', `Expected ${expected}, and nothing of the other.`, { expected });
}
