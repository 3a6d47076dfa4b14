import { formatPeriod } from '../periods/format.ts';
import type { Period, Span, Term } from '../periods/period.ts';
import { yearOf } from '../periods/steps.ts';
import type { Fact } from './fact.ts';

/**
 * The period whose target a question is measured against: its own, else the year that holds it, or the
 * whole term of a part of one. Targets are never prorated: nine months stand against the year's target.
 */
export function targetPeriodOf(period: Period): Period {
  if (period.type === 'term') return { ...period, part: 'ALL' };
  return yearOf(period) ?? period;
}

/**
 * A unit's targets for a period, from everything it has as targets. One set "9 a year" for a term is 9
 * for each of its years, and 9 × 5 for the five years of the term 2020-2025.
 */
export function targetFacts(facts: readonly Fact[], period: Period): Fact[] {
  const key = formatPeriod(period);
  return facts.flatMap((fact) => {
    if (fact.per === null) return fact.periodKey === key ? [fact] : [];
    const times = fact.per === 'YEAR' ? timesWithin(fact, period) : 0;
    return times === 0 ? [] : [{ ...fact, per: null, periodKey: key, value: fact.value === null ? null : fact.value * times }];
  });
}

function timesWithin(fact: Fact, period: Period): number {
  const term = /^TERM-(\d{4})-(\d{4})$/.exec(fact.periodKey);
  if (!term) return 0;
  const [start, end] = [Number(term[1]), Number(term[2])];
  if (period.type === 'term') return isWhole(period, start, end) ? end - start : 0;
  return isYearWithin(period, start, end) ? 1 : 0;
}

function isWhole(period: Term, start: number, end: number): boolean {
  return period.part === 'ALL' && period.startYear === start && period.endYear === end;
}

function isYearWithin(period: Span, start: number, end: number): boolean {
  const year = yearOf(period);
  if (!year || year.from !== period.from || year.to !== period.to) return false;
  const number = Number(formatPeriod(period));
  return start <= number && number <= end;
}
