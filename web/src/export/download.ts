import { fileName } from './file-name.ts';
import { toCsv } from './separated.ts';
import type { Sheet } from './sheet.ts';
import { columnWidths, workbookData } from './workbook.ts';

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Hands the sheet to the browser as a file of comma-separated values. */
export function downloadCsv(sheet: Sheet, title: string): void {
  save(new Blob([toCsv(sheet)], { type: 'text/csv;charset=utf-8' }), fileName(title, 'csv', new Date()));
}

/** Hands the sheet to the browser as an Excel workbook. The writer is loaded when first wanted. */
export async function downloadXlsx(sheet: Sheet, title: string): Promise<void> {
  const { default: write } = await import('write-excel-file/universal');
  const data = workbookData(sheet).map((line) => [...line]);
  const blob = await write(data, { columns: [...columnWidths(sheet)], stickyRowsCount: 1 }).toBlob();
  save(blob, fileName(title, 'xlsx', new Date()));
}
