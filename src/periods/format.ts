import { civil, dayOf, formatDay } from './day.ts';
import type { Period, Span } from './period.ts';

/** Writes a period in its one canonical form: the shortest that the Period scalar has for it. */
export function formatPeriod(period: Period): string {
  let text = texts.get(period);
  if (text === undefined) {
    text = written(period);
    texts.set(period, text);
  }
  return text;
}

/** A period names figures in memory, many times in one answer: its text is worked out once. */
const texts = new WeakMap<Period, string>();

function written(period: Period): string {
  if (period.type === 'span') return formatSpan(period) + (period.approximate ? '~' : '');
  const base = `TERM-${period.startYear}-${period.endYear}`;
  if (period.part === 'ALL') return base;
  return period.part === 'TO_DATE' ? `${base}/..` : `${base}-${period.part}`;
}

function formatSpan({ from, to }: Span): string {
  if (to - from === 1) return formatDay(from);
  const { year, month, date } = civil(from);
  if (date === 1) {
    if (month === 1 && to === dayOf(year + 1, 1, 1)) return String(year);
    if (month % 3 === 1 && to === dayOf(year, month + 3, 1)) return `${year}-Q${(month + 2) / 3}`;
    if (to === dayOf(year, month + 1, 1)) return formatDay(from).slice(0, 7);
  }
  return `${formatDay(from)}/${formatDay(to - 1)}`;
}
