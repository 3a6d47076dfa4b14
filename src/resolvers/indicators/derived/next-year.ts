import { addYears } from '../../../periods/day.ts';
import type { Period, Span } from '../../../periods/period.ts';
import { samePeriod } from '../../../periods/period.ts';
import { previousYear } from '../../../periods/steps.ts';

/** The period of which this one is the previous year; a term has none. */
export function nextYear(period: Period): Span | undefined {
  if (period.type !== 'span') return undefined;
  const from = addYears(period.from, 1);
  const ends = [addYears(period.to, 1), addYears(period.to - 1, 1) + 1];
  return ends
    .map((to): Span => ({ ...period, from, to }))
    .find((next) => {
      const back = previousYear(next);
      return back !== undefined && samePeriod(back, period);
    });
}
