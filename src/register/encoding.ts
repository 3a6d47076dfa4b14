import type { Day } from '../periods/day.ts';
import { civil, dayOf, NO_END, NO_START } from '../periods/day.ts';

/** Days are packed in sixteen bits, counted from here: enough until 2109. */
export const FIRST_DAY: Day = dayOf(1930, 1, 1);
const LAST = 65_535;

/** A day in sixteen bits; 0 is before every day, 65535 after every day. */
export function packDay(day: Day): number {
  if (day === NO_START) return 0;
  if (day === NO_END) return LAST;
  return Math.min(Math.max(day - FIRST_DAY + 1, 0), LAST);
}

/** The day that was packed; only of one that is a day, and from FIRST_DAY on. */
export function unpackDay(packed: number): Day {
  return packed - 1 + FIRST_DAY;
}

/** Days of a year as the age key counts them: every month has 31. */
const KEY_YEAR = 372;

/** Keys by day, remembered: millions of rows hold few days. */
const ageKeys = new Map<Day, number>();

/** A calendar day in sixteen bits such that whole years between two days are whole years of age. */
export function ageKey(day: Day): number {
  const known = ageKeys.get(day);
  if (known !== undefined) return known;
  const { year, month, date } = civil(day);
  const key = Math.max((year - 1900) * KEY_YEAR + (month - 1) * 31 + date - 1, 0);
  ageKeys.set(day, key);
  return key;
}

/** Whole years of age on a day, from the age keys of the day and of birth. */
export function ageOf(dayKey: number, birthKey: number): number {
  return Math.floor((dayKey - birthKey) / KEY_YEAR);
}

/** Where in a sorted array the first entry of at least `wanted` stands, between two places. */
export function lowerBound(sorted: Uint16Array | Uint32Array, wanted: number, from = 0, to = sorted.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
