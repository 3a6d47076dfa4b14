/** A day as a whole number of days since 1970-01-01; spans of days are half-open. */
export type Day = number;

/** Before every day, and after every day: the ends of an interval that has none. */
export const NO_START: Day = -2147483648;
export const NO_END: Day = 2147483647;

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a year, month (1 to 12) and day of the month; months and days may run over. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY);
}

/** Reads YYYY-MM-DD; undefined for anything that is not a day of the calendar. */
export function parseDay(text: string): Day | undefined {
  const match = ISO_DAY.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000) return undefined;
  const day = dayOf(year, month, date);
  return formatDay(day) === text ? day : undefined;
}

/** Writes a day as YYYY-MM-DD; the day after the last of the year 9999 as the database reads it, 10000-01-01. */
export function formatDay(day: Day): string {
  let text = written.get(day);
  if (text === undefined) {
    if (written.size >= MAX_WRITTEN) written.clear();
    const whole = new Date(day * MS_PER_DAY).toISOString();
    text = whole.startsWith('+') ? whole.slice(2, 13) : whole.slice(0, 10);
    written.set(day, text);
  }
  return text;
}

/** Days written lately: answers are full of the same ones. A century has fewer. */
const written = new Map<Day, string>();
const MAX_WRITTEN = 40_000;

/** Year, month (1 to 12) and day of the month of a day. */
export function civil(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** The day on which a moment falls in Vietnam (UTC+7, without summer time). */
export function dayInVietnam(moment: Date): Day {
  return Math.floor((moment.getTime() + 7 * 3_600_000) / MS_PER_DAY);
}

/** The same day `years` later; 29 February becomes 28 February in a year that has none. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** The same day `months` later; a day that the month lacks becomes the month's last. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civil(day);
  const lastOfMonth = dayOf(year, month + months + 1, 1) - 1;
  return Math.min(dayOf(year, month + months, date), lastOfMonth);
}
