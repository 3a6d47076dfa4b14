import type { Day } from '../../../periods/day.ts';
import { addYears, dayOf } from '../../../periods/day.ts';
import { WINDOW_END, WINDOW_START, WINDOW_YEARS, yearOf } from '../calendar.ts';

const BADGE_YEARS = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90] as const;

/** Badges are handed over on four days of the year. */
const CEREMONIES: readonly Day[] = WINDOW_YEARS.flatMap((year) => [
  dayOf(year, 2, 3),
  dayOf(year, 5, 19),
  dayOf(year, 9, 2),
  dayOf(year, 11, 7),
]);

const EARLIEST = yearOf(WINDOW_START) - 1;
const LATEST = yearOf(WINDOW_END);

export interface Badge {
  readonly years: number;
  readonly on: Day;
}

/** The badges that fall due within the window, each at the next ceremony. Those due before the window were given then. */
export function badgesOf(admitted: Day): Badge[] {
  const year = yearOf(admitted);
  const badges: Badge[] = [];
  for (const years of BADGE_YEARS) {
    if (year + years < EARLIEST || year + years > LATEST) continue;
    const due = addYears(admitted, years);
    const on = CEREMONIES.find((day) => day >= due);
    if (on !== undefined && due > lastCeremonyBefore()) badges.push({ years, on });
  }
  return badges;
}

/** 7 November before the window. */
function lastCeremonyBefore(): Day {
  return dayOf(EARLIEST, 11, 7);
}
