import { numberIn } from '../answer/cell.ts';
import type { Cell } from '../answer/cell.ts';
import { LOCALE } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import type { Row, Table } from './model.ts';

/** Which column rows are ordered by; null is the order of the answer. */
export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** What rows are kept: those with a text in some cell, and those below their target. */
export interface Filter {
  readonly text: string;
  readonly belowTarget: boolean;
}

export const EVERYTHING: Filter = { text: '', belowTarget: false };

/** What a cell sorts by as text. */
function textIn(cell: Cell | undefined): string {
  if (cell?.kind === 'unit') return cell.name;
  return cell?.kind === 'text' ? cell.text : '';
}

/** Orders rows by a column, Vietnamese names as Vietnamese does; rows without anything there come last either way. Stable. */
export function orderRows(table: Table, rows: readonly Row[], order: Order | null, language: Language): readonly Row[] {
  const index = table.columns.findIndex((column) => column.id === order?.column);
  const column = table.columns[index];
  if (order === null || column === undefined) return rows;
  const sign = order.descending ? -1 : 1;
  const collator = new Intl.Collator([LOCALE[language], 'vi-VN'], { numeric: true });
  const byNumber = column.kind === 'figure' || column.kind === 'number';
  return [...rows].sort((left, right) => {
    const [a, b] = [left.cells[index], right.cells[index]];
    if (byNumber) return compareNumbers(numberIn(a), numberIn(b), sign);
    const [textA, textB] = [textIn(a), textIn(b)];
    if (textA === '' || textB === '') return Number(textA === '') - Number(textB === '');
    return sign * collator.compare(textA, textB);
  });
}

function compareNumbers(a: number | null, b: number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (a - b);
}

/** Letters without their marks, so that "que son" finds Quế Sơn. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

/** Keeps the rows that a filter asks for. A row without a value or a target is not below it. */
export function filterRows(table: Table, filter: Filter): readonly Row[] {
  const wanted = plain(filter.text.trim());
  const pairs = targetPairs(table);
  return table.rows.filter(
    (row) =>
      (wanted === '' || row.cells.some((cell) => plain(textIn(cell)).includes(wanted))) &&
      (!filter.belowTarget || pairs.some(([achievement, value, target]) => isBelow(row, achievement, value, target))),
  );
}

/** Whether the table has anything that can be below a target. */
export function hasTargets(table: Table): boolean {
  return targetPairs(table).length > 0;
}

/** The columns of achievement, value and target that belong together; -1 for one that was not asked. */
function targetPairs(table: Table): readonly (readonly [number, number, number])[] {
  const groups = [...new Set(table.columns.map((column) => column.group))];
  const find = (group: string | null, meaning: string): number =>
    table.columns.findIndex((column) => column.group === group && column.meaning === meaning);
  return groups
    .map((group) => [find(group, 'achievement'), find(group, 'value'), find(group, 'target')] as const)
    .filter(([achievement, value, target]) => achievement >= 0 || (value >= 0 && target >= 0));
}

function isBelow(row: Row, achievement: number, value: number, target: number): boolean {
  const reached = numberIn(row.cells[achievement]);
  if (reached !== null) return reached < 100;
  const [got, wanted] = [numberIn(row.cells[value]), numberIn(row.cells[target])];
  return got !== null && wanted !== null && got < wanted;
}
