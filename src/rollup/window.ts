import type { Day } from '../periods/day.ts';
import { dayOf } from '../periods/day.ts';
import type { Period } from '../periods/period.ts';

/** The days over which the tree is walked for a period: half-open. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days of a period. A congress term has none of its own, since congresses meet on different days:
 * for walking the tree, and for nothing else, it counts as its calendar years, and its halves as theirs.
 */
export function windowOf(period: Period): Window {
  if (period.type === 'span') return { from: period.from, to: period.to };
  const [start, end] = [dayOf(period.startYear, 1, 1), dayOf(period.endYear + 1, 1, 1)];
  const middle = dayOf(period.startYear, 1 + (period.endYear - period.startYear + 1) * 6, 1);
  if (period.part === 'H1') return { from: start, to: middle };
  if (period.part === 'H2') return { from: middle, to: end };
  return { from: start, to: end };
}
