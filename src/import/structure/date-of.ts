import type { Day } from '../../periods/day.ts';
import { formatDay, NO_END, NO_START } from '../../periods/day.ts';

/** A day as PostgreSQL reads it; null for none. */
export function dateOf(day: Day): string | null {
  return day === NO_START || day === NO_END ? null : formatDay(day);
}
