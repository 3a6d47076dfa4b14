import type { ColumnType } from '../column.ts';
import { textOf } from './text.ts';

/** How numbers are written: 1.234,5 as in Vietnam, or 1,234.5 as in English. */
export const NUMBER_STYLES = ['vi', 'en'] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

const VI = /^[+-]?(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?$/;
const EN = /^[+-]?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?$/;
/** More digits than a count has, and fewer than a double holds exactly. */
const MAX_DIGITS = 15;

/**
 * A number. One that says the same in both styles is staged as it is. One that a single style has comes with the style
 * in front and what came behind, `v1234.5|1.234,5`; one that says different things in both, as 1.234, comes with both:
 * `a1234|1.234|1.234`. Which of them is meant is decided for the file as a whole (numbers.ts).
 */
export const NUMBER: ColumnType = {
  written: '1.234,5',
  read: (cell) => {
    if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : { code: 'NUMBER_MALFORMED' };
    const text = textOf(cell);
    if (text === null) return null;
    if (text.replace(/\D/g, '').length > MAX_DIGITS) return { code: 'NUMBER_MALFORMED' };
    const vi = VI.test(text) ? text.replaceAll('.', '').replace(',', '.') : undefined;
    const en = EN.test(text) ? text.replaceAll(',', '') : undefined;
    if (vi === undefined) return en === undefined ? { code: 'NUMBER_MALFORMED' } : `e${en}|${text}`;
    if (en === undefined) return `v${vi}|${text}`;
    return vi === en ? vi : `a${vi}|${en}|${text}`;
  },
};

/** A whole number above zero: an id. */
export const WHOLE: ColumnType = {
  written: 'số nguyên',
  read: (cell) => {
    const text = textOf(cell);
    if (text === null) return null;
    return /^[1-9]\d{0,8}$/.test(text) ? text : { code: 'NUMBER_MALFORMED' };
  },
};
