import { CodedError } from '../errors/coded-error.ts';
import { addYears, civil, dayOf } from './day.ts';
import { formatPeriod } from './format.ts';
import type { Period, PeriodUnit, Span } from './period.ts';
import { span } from './period.ts';

const MONTHS: Readonly<Record<PeriodUnit, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
/** Ten years of months: the longest series that one question may ask for. */
export const MAX_STEPS = 120;

/** Series that were asked for: their periods are the same objects each time, with all that is remembered of them. */
const known = new Map<string, readonly Span[]>();
const MAX_KNOWN = 200;

/**
 * The months, quarters or years from the one that begins with `from` to the one that ends with `to`.
 * Throws COMBINATION_ILLEGAL where the two ends are not whole steps, SERIES_TOO_LONG beyond MAX_STEPS.
 */
export function stepsBetween(from: Period, to: Period, by: PeriodUnit): readonly Span[] {
  if (from.type !== 'span' || to.type !== 'span') {
    throw new CodedError(
      'COMBINATION_ILLEGAL',
      'A series runs over dates; a congress term has no months or quarters of its own.',
    );
  }
  const key = `${from.from}|${to.to}|${by}`;
  const steps = known.get(key) ?? stepsWithin(from, to, by);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, steps);
  return steps;
}

function stepsWithin(from: Span, to: Span, by: PeriodUnit): readonly Span[] {
  const start = startOfStep(from.from, by);
  if (start !== from.from || startOfStep(to.to, by) !== to.to || to.to <= from.from) {
    throw new CodedError(
      'COMBINATION_ILLEGAL',
      `Expected \`from\` to begin and \`to\` to end with a whole ${by.toLowerCase()}; got ${formatPeriod(from)} to ${formatPeriod(to)}.`,
    );
  }
  const steps: Span[] = [];
  for (let at = start; at < to.to;) {
    const { year, month } = civil(at);
    const next = dayOf(year, month + MONTHS[by], 1);
    steps.push(span(at, next));
    at = next;
    if (steps.length > MAX_STEPS) {
      throw new CodedError(
        'SERIES_TOO_LONG',
        `Expected at most ${MAX_STEPS} steps; ${formatPeriod(from)} to ${formatPeriod(to)} has more.`,
      );
    }
  }
  return steps;
}

function startOfStep(day: number, by: PeriodUnit): number {
  const { year, month } = civil(day);
  return dayOf(year, month - ((month - 1) % MONTHS[by]), 1);
}

/** The same period one year earlier; a term has none, its years differ from term to term. */
export function previousYear(period: Period): Span | undefined {
  if (period.type !== 'span') return undefined;
  const last = addYears(period.to - 1, -1);
  const wholeMonths = civil(period.from).date === 1 && civil(period.to).date === 1;
  const to = wholeMonths ? addYears(period.to, -1) : last + 1;
  return { ...period, from: addYears(period.from, -1), to };
}

/** The calendar year that holds the whole period, or undefined where it reaches over a year's end. */
export function yearOf(period: Period): Span | undefined {
  if (period.type !== 'span') return undefined;
  const { year } = civil(period.from);
  const whole = span(dayOf(year, 1, 1), dayOf(year + 1, 1, 1));
  return period.to <= whole.to ? whole : undefined;
}
