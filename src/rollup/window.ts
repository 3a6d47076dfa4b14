import type { Day } from '../periods/day.ts';
import { dayOf } from '../periods/day.ts';
import type { Period } from '../periods/period.ts';
import type { Placement, Unit } from '../tree/unit.ts';

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

/** Whether a unit was open on any day of a window. */
export function wasOpen(unit: Unit, window: Window): boolean {
  return unit.openedOn < window.to && window.from < unit.closedOn;
}

/** Whether a placement held on any day of a window. */
export function overlaps(placement: Placement, window: Window): boolean {
  return placement.from < window.to && window.from < placement.to;
}

/** The part of a window in which a placement held. */
export function clip(window: Window, placement: Placement): Window {
  return { from: Math.max(window.from, placement.from), to: Math.min(window.to, placement.to) };
}

/** Whether a day lies in a window. */
export function isWithin(day: number, window: Window): boolean {
  return window.from <= day && day < window.to;
}
