import type { Day } from '../../periods/day.ts';
import { addMonths, civil, dayOf, formatDay } from '../../periods/day.ts';

/** The register's events fall into these five years, [START, END). */
export const WINDOW_START: Day = dayOf(2021, 1, 1);
export const WINDOW_END: Day = dayOf(2026, 1, 1);
export const WINDOW_YEARS = [2021, 2022, 2023, 2024, 2025] as const;

/** The day of the reform: the communes are the tier under the province from now on. */
export const REFORM: Day = dayOf(2025, 7, 1);

const FIRST: Day = dayOf(1900, 1, 1);
const LAST: Day = dayOf(2040, 1, 1);
const texts: string[] = [];
const nextYears = new Int32Array(LAST - FIRST);

/** The day as YYYY-MM-DD, remembered: millions of rows hold few days. */
export function dayText(day: Day): string {
  return (texts[day - FIRST] ??= formatDay(day));
}

/** The same day a year later, remembered likewise. */
export function nextYear(day: Day): Day {
  const known = nextYears[day - FIRST] ?? 0;
  if (known !== 0) return known;
  return (nextYears[day - FIRST] = addMonths(day, 12));
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return civil(day).year;
}

/** [1 January, 1 January of the next year) */
export function yearSpan(year: number): { from: Day; to: Day } {
  return { from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) };
}
