import type { Day } from '../../../periods/day.ts';
import { dayOf, formatDay, parseDay } from '../../../periods/day.ts';
import type { ColumnType } from '../column.ts';
import { textOf } from './text.ts';

const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const FIRST = dayOf(1800, 1, 1);
const LAST = dayOf(2200, 1, 1);

/** Reads dd/mm/yyyy and yyyy-mm-dd; undefined for what is no day of the calendar. The day comes first, never the month. */
export function readDay(text: string): Day | undefined {
  const parts = VIETNAMESE.exec(text);
  const day = parts ? parseDay(isoOf(parts)) : parseDay(text);
  return day !== undefined && day >= FIRST && day < LAST ? day : undefined;
}

function isoOf([, day = '', month = '', year = '']: RegExpExecArray): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export const DAY: ColumnType = {
  written: 'dd/mm/yyyy',
  read: (cell) => {
    const text = typeof cell === 'number' ? undefined : textOf(cell);
    if (text === null) return null;
    const day = text === undefined ? undefined : readDay(text);
    return day === undefined ? { code: 'DATE_MALFORMED' } : formatDay(day);
  },
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment with its offset; a day alone is its beginning in Vietnam. */
export const MOMENT_OR_DAY: ColumnType = {
  written: 'dd/mm/yyyy',
  read: (cell, words) => {
    const text = textOf(cell);
    if (text !== null && MOMENT.test(text) && !Number.isNaN(Date.parse(text))) return text;
    const day = DAY.read(cell, words);
    return typeof day === 'string' ? `${day}T00:00:00+07:00` : day;
  },
};
