import type { ColumnType, Reading } from '../column.ts';
import type { Cell } from '../table.ts';

/** Longer than any name or note; a cell's own limit is higher, so that what is too long can be told by its row. */
const MAX_TEXT = 4_000;
/** Control characters other than tab and line ends, and what a broken text was replaced by. */
const UNFIT = /(?![\t\n\r])[\p{Cc}\uFFFD]/u;

/** A cell as text, trimmed; null where it is empty. */
export function textOf(cell: Cell): string | null {
  if (cell === null) return null;
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell).trim();
  return text === '' ? null : text;
}

/** A text that can be stored as it is. */
export function plainText(cell: Cell): Reading {
  if (typeof cell === 'object' && cell !== null) return { code: 'VALUE_MALFORMED' };
  const text = textOf(cell);
  if (text === null) return null;
  if (text.length > MAX_TEXT || UNFIT.test(text) || !text.isWellFormed()) return { code: 'VALUE_MALFORMED' };
  return text.normalize('NFC');
}

/** A text of one's own: a name, a title, a note. */
export const TEXT: ColumnType = { written: 'chữ', read: plainText };

const CODE_FORM = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,199}$/u;

/** A code, which has no spaces in it. */
export const CODE: ColumnType = {
  written: 'mã',
  read: (cell) => {
    const text = plainText(cell);
    return typeof text !== 'string' || CODE_FORM.test(text) ? text : { code: 'VALUE_MALFORMED' };
  },
};

/** Several codes, with semicolons between. */
export const CODES: ColumnType = {
  written: 'các mã, cách nhau bằng dấu ;',
  read: (cell, words) => {
    const parts = Array.isArray(cell) ? (cell as Cell[]) : (textOf(cell)?.split(';') ?? []);
    const codes = parts.map((part) => CODE.read(part, words));
    const known = codes.filter((code) => typeof code === 'string');
    if (known.length < codes.length) return { code: 'VALUE_MALFORMED' };
    return known.length === 0 ? null : known.join(';');
  },
};

/** JSON, as text or as it stands in a file of JSON Lines. */
export const JSON_TEXT: ColumnType = {
  written: 'JSON',
  read: (cell) => {
    if (typeof cell === 'object') return cell === null ? null : plainText(JSON.stringify(cell));
    const text = textOf(cell);
    try {
      return text === null ? null : plainText(JSON.stringify(JSON.parse(text)));
    } catch {
      return { code: 'VALUE_MALFORMED' };
    }
  },
};
