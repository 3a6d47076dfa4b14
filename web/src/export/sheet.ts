import { numberIn } from '../answer/cell.ts';
import type { Cell, FigureCell } from '../answer/cell.ts';
import type { Language } from '../language/language.ts';
import { SIGN, stateLabel } from '../table/format.ts';
import type { Column, Row, Table } from '../table/model.ts';

/** One value of a spreadsheet: a text, a number with how it is written, or nothing. */
export interface SheetValue {
  readonly value: string | number | null;
  readonly percent: boolean;
  /** The figure behind the number, for its bound; null for all else. */
  readonly figure: FigureCell | null;
}

/** A table as a spreadsheet has it: a line of headings and lines of values, all equally long. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly lines: readonly (readonly SheetValue[])[];
}

interface SheetColumn {
  readonly heading: string;
  value(row: Row): SheetValue;
}

/**
 * The columns and rows that are seen, in their order. A column of figures is followed by one of remarks if any of its rows
 * is a bound, incomplete or missing: the number stays a number, and what it lacks stays beside it.
 */
export function sheetOf(table: Table, rows: readonly Row[], language: Language): Sheet {
  const columns = table.columns.flatMap((column, index) => sheetColumns(column, index, rows, language));
  return {
    headings: columns.map((column) => column.heading),
    lines: rows.map((row) => columns.map((column) => column.value(row))),
  };
}

function sheetColumns(column: Column, index: number, rows: readonly Row[], language: Language): readonly SheetColumn[] {
  const heading = column.group === null ? column.label : `${column.group} – ${column.label}`;
  const plain: SheetColumn = { heading, value: (row) => sheetValue(row.cells[index]) };
  if (column.kind !== 'figure' || rows.every((row) => remarkOn(row.cells[index], language) === '')) return [plain];
  const remarks = `${heading} (${language === 'vi' ? 'ghi chú' : 'remark'})`;
  return [
    plain,
    {
      heading: remarks,
      value: (row) => ({ value: remarkOn(row.cells[index], language), percent: false, figure: null }),
    },
  ];
}

function sheetValue(cell: Cell | undefined): SheetValue {
  if (cell?.kind === 'text') return { value: cell.text, percent: false, figure: null };
  if (cell?.kind === 'unit') return { value: cell.name, percent: false, figure: null };
  const percent = (cell?.kind === 'number' || cell?.kind === 'figure') && cell.percent;
  return { value: numberIn(cell), percent, figure: cell?.kind === 'figure' ? cell : null };
}

/** What must be said of a figure beside its number; nothing of one that is exact and complete. */
function remarkOn(cell: Cell | undefined, language: Language): string {
  if (cell?.kind !== 'figure') return '';
  const state = cell.state === 'COMPLETE' ? '' : stateLabel(cell.state, language);
  return [cell.value === null ? '' : SIGN[cell.qualifier], state].filter((part) => part !== '').join(' ');
}
