import type { Day } from '../../periods/day.ts';
import { addMonths, addYears, civil, dayOf } from '../../periods/day.ts';

/** Months from admission to the end of probation. */
export const PROBATION_MONTHS = 12;

/** The years of membership for which there is a badge (Huy hiệu Đảng). */
export const BADGE_YEARS = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90] as const;
export type BadgeYears = (typeof BADGE_YEARS)[number];

/** The four days of a year, as month and day, on which badges are handed over. */
export const AWARD_DAYS = [
  [2, 3],
  [5, 19],
  [9, 2],
  [11, 7],
] as const;

/**
 * The day on which probation ends (hết thời gian dự bị): the day of the month of the admission, twelve
 * months later; where that month lacks the day, its last. Admitted on 29 February: 28 February.
 */
export function probationEnds(admittedOn: Day): Day {
  return addMonths(admittedOn, PROBATION_MONTHS);
}

/**
 * Since when a member is official, who was approved on a day: a late approval counts back to the end of
 * the twelve months. Undefined where the approval came too early: nobody is official before month twelve.
 */
export function officialSince(admittedOn: Day, approvedOn: Day): Day | undefined {
  const end = probationEnds(admittedOn);
  return approvedOn < end ? undefined : end;
}

/** A badge that a member has the years for. */
export interface BadgeDue {
  readonly years: BadgeYears;
  /** The anniversary of the admission on which the years were full. */
  readonly reachedOn: Day;
  /** The first of the four award days on or after it. */
  readonly awardOn: Day;
}

/** What a badge is due by: the day on which its years are full, or the day on which it is handed over. */
export const BADGE_DAYS = ['REACHED', 'AWARD'] as const;
export type BadgeDay = (typeof BADGE_DAYS)[number];

/** The badges that fall due in a span of days, half-open; the fewest years first. */
export function badgesDue(admittedOn: Day, from: Day, to: Day, by: BadgeDay = 'REACHED'): BadgeDue[] {
  return BADGE_YEARS.flatMap((years) => {
    const reachedOn = addYears(admittedOn, years);
    const badge = { years, reachedOn, awardOn: awardDayFrom(reachedOn) };
    const day = by === 'REACHED' ? badge.reachedOn : badge.awardOn;
    return from <= day && day < to ? [badge] : [];
  });
}

/** The first award day on or after a day. */
export function awardDayFrom(day: Day): Day {
  const { year } = civil(day);
  for (const [month, date] of AWARD_DAYS) {
    const award = dayOf(year, month, date);
    if (award >= day) return award;
  }
  return dayOf(year + 1, ...AWARD_DAYS[0]);
}
