import { CodedError } from '../../../errors/coded-error.ts';
import { formatDay, NO_END, NO_START } from '../../../periods/day.ts';
import { formatPeriod } from '../../../periods/format.ts';
import { parsePeriod } from '../../../periods/parse.ts';
import type { Period } from '../../../periods/period.ts';
import { span } from '../../../periods/period.ts';
import type { ColumnType } from '../column.ts';
import { readDay } from './day.ts';
import { textOf } from './text.ts';

const WORDS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^(?:nam|năm)\s+(\d{4})$/iu, (year = '') => year],
  [/^(?:quý|quy|q)\s*([1-4])[\s/.-]+(\d{4})$/iu, (quarter = '', year = '') => `${year}-Q${quarter}`],
  [/^(?:tháng|thang)?\s*(\d{1,2})[\s/.-]+(\d{4})$/iu, (month = '', year = '') => `${year}-${month.padStart(2, '0')}`],
  [/^(?:nhiệm kỳ|nhiem ky)\s+(\d{4})\s*-\s*(\d{4})$/iu, (from = '', to = '') => `TERM-${from}-${to}`],
];
/** Of a figure whose report gives no time at all. An empty cell is none: it may have been forgotten. */
export const UNDATED = 'Không rõ';
const IS_UNDATED = /^(?:không rõ|khong ro)$/iu;
const BETWEEN = /^(.+?)\s*(?:\/|-|–|đến)\s*(\d{1,2}[/.]\d{1,2}[/.]\d{4})$/u;

/**
 * A period as the Period scalar writes it; also a day or two as dd/mm/yyyy, Năm 2023, Quý 3/2023, Tháng 9/2023 and
 * Nhiệm kỳ 2020-2025, and Không rõ where there is none. Staged as its canonical text, its first day, the day after its last, and whether it is a term,
 * whose days are the whole years named: `2023|2023-01-01|2024-01-01|f`.
 */
export const PERIOD: ColumnType = {
  written: '2023 | 2023-Q3 | 09/2023 | 30/09/2023 | 01/01/2023-30/09/2023 | TERM-2020-2025',
  read: (cell) => {
    const text = textOf(cell);
    if (text === null) return null;
    if (IS_UNDATED.test(text)) return '|||f';
    const period = readPeriod(text);
    return period === undefined ? { code: 'PERIOD_MALFORMED' } : stagedPeriod(period);
  },
};

function readPeriod(text: string): Period | undefined {
  const day = readDay(text);
  if (day !== undefined) return span(day, day + 1);
  const [, first, last] = BETWEEN.exec(text) ?? [];
  if (first !== undefined && last !== undefined) {
    const [from, to] = [readDay(first), readDay(last)];
    return from !== undefined && to !== undefined && from <= to ? span(from, to + 1) : undefined;
  }
  try {
    return parsePeriod(inIso(text));
  } catch (error) {
    if (error instanceof CodedError) return undefined;
    throw error;
  }
}

function inIso(text: string): string {
  for (const [form, written] of WORDS) {
    const parts = form.exec(text);
    if (parts) return written(...parts.slice(1));
  }
  return text;
}

function stagedPeriod(period: Period): string {
  if (period.type === 'term') {
    return [formatPeriod(period), `${period.startYear}-01-01`, `${period.endYear + 1}-01-01`, 't'].join('|');
  }
  const days = [period.from, period.to].map((day) => (day === NO_START || day === NO_END ? '' : formatDay(day)));
  return [formatPeriod(period), ...days, 'f'].join('|');
}
