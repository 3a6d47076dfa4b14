import type { Day } from '../../../periods/day.ts';
import { dayOf } from '../../../periods/day.ts';
import { nextYear, yearOf } from '../calendar.ts';
import type { Random } from '../random/random.ts';

const MAX_DELAY = 59;

/**
 * A probationary member becomes official after twelve months, and the decision takes up to two more.
 * @param sameYear not later than the end of the year after the admission, so that a year's count can be planned
 */
export function officialDay(random: Random, admitted: Day, sameYear: boolean): Day {
  const due = nextYear(admitted);
  const day = due + random.int(0, MAX_DELAY);
  return sameYear ? Math.min(day, dayOf(yearOf(due), 12, 31)) : day;
}
