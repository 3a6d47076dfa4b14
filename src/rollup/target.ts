import { civil } from '../periods/day.ts';
import { formatPeriod } from '../periods/format.ts';
import type { Period, PeriodUnit, Span } from '../periods/period.ts';
import { samePeriod } from '../periods/period.ts';
import { yearOf } from '../periods/steps.ts';
import type { Fact } from './fact.ts';

/**
 * The period that contains another for the purpose of targets: the year that holds it, or the whole term
 * of a part of one. Targets are never prorated: nine months stand against the year's target.
 */
export function targetPeriodOf(period: Period): Period {
  if (period.type === 'term') return { ...period, part: 'ALL' };
  return yearOf(period) ?? period;
}

/** Where to look for the target of a period: at its own first, then at the one that contains it. */
export function targetPeriodsOf(period: Period): Period[] {
  const containing = targetPeriodOf(period);
  return samePeriod(period, containing) ? [period] : [period, containing];
}

/**
 * A unit's targets for a period, from everything it has as targets. One set "9 a year" for a term is 9
 * for each of its years, and 9 × 5 for the five years of the term 2020-2025; one in percent is the same for
 * all of them. A target set for the very period comes before one that follows from a longer one.
 * @param adds whether the target is a count, which grows with the time that it is for
 */
export function targetFacts(
  facts: readonly Fact[],
  period: Period,
  adds: boolean,
  knownAt = Number.POSITIVE_INFINITY,
): Fact[] {
  const key = formatPeriod(period);
  const set = facts.filter((fact) => fact.per === null && fact.periodKey === key);
  if (set.some((fact) => fact.knownAt <= knownAt)) return set;
  return facts.flatMap((fact) => {
    const times = fact.per === null ? 0 : timesWithin(fact, fact.per, period);
    if (times === 0) return [];
    return [
      { ...fact, per: null, periodKey: key, value: fact.value !== null && adds ? fact.value * times : fact.value },
    ];
  });
}

/** How many of a fact's units of time a period holds; 0 where it is not made of them, or not of the fact's time. */
function timesWithin({ days, periodKey }: Fact, per: PeriodUnit, period: Period): number {
  const term = /^TERM-(\d{4})-(\d{4})$/.exec(periodKey);
  if (term) return per === 'YEAR' ? yearsOfTerm(Number(term[1]), Number(term[2]), period) : 0;
  if (!days || period.type !== 'span' || period.from < days.from || period.to > days.to) return 0;
  return stepsIn(period, per);
}

/** A term from 2020 to 2025 has five years, and touches six calendar years. */
function yearsOfTerm(start: number, end: number, period: Period): number {
  if (period.type === 'term')
    return period.part === 'ALL' && period.startYear === start && period.endYear === end ? end - start : 0;
  const { year } = civil(period.from);
  return stepsIn(period, 'YEAR') === 1 && start <= year && year <= end ? 1 : 0;
}

const MONTHS: Readonly<Record<PeriodUnit, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** How many whole months, quarters or years of the calendar make up a span; 0 where they don't. */
function stepsIn({ from, to, approximate }: Span, unit: PeriodUnit): number {
  const [start, end] = [civil(from), civil(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const onSteps =
    start.date === 1 && end.date === 1 && (start.month - 1) % MONTHS[unit] === 0 && months % MONTHS[unit] === 0;
  return onSteps && !approximate ? months / MONTHS[unit] : 0;
}
