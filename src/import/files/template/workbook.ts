import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from '../table.ts';

/** A workbook with one sheet of rows, the first of them the headers. Nothing in it runs: texts stay texts. */
export async function workbookOf(sheet: string, rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const data = rows.map((row, at) => row.map((cell) => cellOf(cell, at === 0)));
  return writeXlsxFile(data, { sheet }).toBuffer();
}

function cellOf(cell: Cell, isHeader: boolean) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  const value = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  return { type: String, value, ...(isHeader ? { fontWeight: 'bold' as const } : {}) };
}
