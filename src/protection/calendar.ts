import type { Day } from '../periods/day.ts';
import { civil, dayOf } from '../periods/day.ts';
import type { Window } from '../rollup/window.ts';

/** Nothing is registered of the years before and after. */
const FIRST_YEAR = 1930;
const LAST_YEAR = 2109;

/** The months after which a part of the year ends; each list divides the one before it further. */
const ENDS: readonly (readonly number[])[] = [
  [12],
  [9, 12],
  [6, 9, 12],
  [3, 6, 9, 12],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
];

/** How finely a year may be divided: not at all, nine months and the rest, half of these, quarters, months. */
export const FINEST = ENDS.length - 1;

/** A year of the calendar. */
export function yearWindow(year: number): Window {
  return { from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) };
}

/** The parts of a year, divided so finely. */
export function partsOfYear(year: number, level: number): Window[] {
  let from = 1;
  return (ENDS[level] ?? []).map((end) => {
    const part = { from: dayOf(year, from, 1), to: dayOf(year, end + 1, 1) };
    from = end + 1;
    return part;
  });
}

/** Part of a year, and how finely the year is divided to have it. */
export interface YearPart {
  readonly year: number;
  readonly level: number;
}

/** The years that a span touches, each with the coarsest division that has the span's part of it; undefined for none. */
export function yearParts({ from, to }: Window): YearPart[] | undefined {
  const parts: YearPart[] = [];
  const [first, end] = [Math.max(from, yearWindow(FIRST_YEAR).from), Math.min(to, yearWindow(LAST_YEAR).to)];
  for (let { year } = civil(first); yearWindow(year).from < end; year += 1) {
    const whole = yearWindow(year);
    const level = levelOf(year, { from: Math.max(first, whole.from), to: Math.min(end, whole.to) });
    if (level === undefined) return undefined;
    parts.push({ year, level });
  }
  return parts;
}

function levelOf(year: number, { from, to }: Window): number | undefined {
  const level = ENDS.findIndex((_, each) => {
    const parts = partsOfYear(year, each);
    return parts.some((part) => part.from === from) && parts.some((part) => part.to === to);
  });
  return level < 0 ? undefined : level;
}

/** Whether a day is the last of its month. */
export function endsMonth(day: Day): boolean {
  return civil(day + 1).date === 1;
}

/** The last day of a month. */
function endOfMonth(year: number, month: number): Day {
  return dayOf(year, month + 1, 1) - 1;
}

/** In which order the ends of quarters are decided. */
const QUARTERS_IN_ORDER = [12, 9, 6, 3];

/** In which order years are decided: every fifth first. Two of one rank lie five years apart. */
const YEARS_IN_ORDER = [0, 3, 1, 2, 4];

function rankOf(year: number, month: number): number {
  return QUARTERS_IN_ORDER.indexOf(month) * YEARS_IN_ORDER.length + YEARS_IN_ORDER.indexOf(year % 5);
}

/**
 * The ends of quarters that were decided before this one, and whose counts must not differ from its by a small
 * number: those within a year of it, and for the end of a year other ends of years within five. None for the end of
 * another month.
 */
export function decidedBefore(day: Day): Day[] {
  const { year, month } = civil(day);
  if (month % 3 !== 0) return [];
  const rank = rankOf(year, month);
  const days = new Set<Day>();
  for (let away = -12; away <= 12; away += 3) {
    const other = civil(endOfMonth(year, month + away));
    if (rankOf(other.year, other.month) < rank) days.add(endOfMonth(year, month + away));
  }
  if (month !== 12) return [...days];
  for (let away = -5; away <= 5; away += 1) if (rankOf(year + away, 12) < rank) days.add(endOfMonth(year + away, 12));
  if (year % 5 === 0 && year > FIRST_YEAR) days.add(endOfMonth(year - 5, 12));
  return [...days];
}

/** The month that ends on a day and the one after it; none where a quarter ends on the day. */
export function monthsAround(day: Day): Window[] {
  const { year, month } = civil(day);
  if (month % 3 === 0) return [];
  return [
    { from: dayOf(year, month, 1), to: day + 1 },
    { from: day + 1, to: dayOf(year, month + 2, 1) },
  ];
}

/** The part of a span that lies within another; empty where none does. */
export function clipped(span: Window, within: Window): Window {
  const from = Math.max(span.from, within.from);
  return { from, to: Math.max(from, Math.min(span.to, within.to)) };
}
