import type { FigureCell } from '../answer/cell.ts';
import { SIGN } from '../table/format.ts';
import type { Sheet, SheetValue } from './sheet.ts';

/** A cell as the spreadsheet writer takes it. A text is a text whatever it begins with: only cells of type Formula calculate. */
export interface WorkbookCell {
  readonly value: string | number;
  readonly type?: StringConstructor | NumberConstructor;
  readonly format?: string;
  readonly fontWeight?: 'bold';
  readonly align?: 'right';
}

/** The number format that shows a figure as the table does, bound and percent sign included, and leaves it a number. */
function numberFormat(value: number, percent: boolean, figure: FigureCell | null): string {
  const digits = Number.isInteger(value) ? '#,##0' : '#,##0.##';
  const sign = figure === null || SIGN[figure.qualifier] === '' ? '' : `"${SIGN[figure.qualifier]} "`;
  return `${sign}${digits}${percent ? '" %"' : ''}`;
}

function cell({ value, percent, figure }: SheetValue): WorkbookCell | null {
  if (value === null) return null;
  if (typeof value === 'string') return { value, type: String };
  return { value, type: Number, format: numberFormat(value, percent, figure) };
}

/** The lines of a workbook's sheet, headings first; null is an empty cell. */
export function workbookData(sheet: Sheet): readonly (readonly (WorkbookCell | null)[])[] {
  return [
    sheet.headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...sheet.lines.map((line) => line.map(cell)),
  ];
}

/** How wide each column is, in characters: as its longest text, within reason. */
export function columnWidths(sheet: Sheet): readonly { width: number }[] {
  return sheet.headings.map((heading, index) => {
    const longest = sheet.lines.reduce(
      (length, line) => Math.max(length, String(line[index]?.value ?? '').length),
      heading.length,
    );
    return { width: Math.min(60, Math.max(8, longest + 2)) };
  });
}
