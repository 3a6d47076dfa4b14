import type { FileLimits } from '../../limits.ts';
import type { Row, Table } from '../../table.ts';
import { textOf } from '../../values/text.ts';
import { Archive } from './archive.ts';
import type { SheetRow } from './sheet.ts';
import { Sheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';
import { listenTo } from './xml.ts';

/**
 * Reads the first sheet of a workbook, row by row.
 * @param path of a file that holds it: its parts stand in no order
 */
export async function xlsxTable(path: string, limits: FileLimits): Promise<Table> {
  const archive = await Archive.open(path, limits);
  try {
    const book = await readWorkbook(archive, limits);
    const sheet = new Sheet(book, limits);
    const heard = heardOf(sheet, archive, book.sheet, limits);
    const first = await heard.next();
    const headers = first.done === true ? [] : headersOf(first.value);
    return { headers, rows: rowsOf(headers, heard), late: () => sheet.merged };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function* heardOf(sheet: Sheet, archive: Archive, part: string, limits: FileLimits): AsyncGenerator<SheetRow> {
  const reading = listenTo(archive.part(part), limits, sheet);
  try {
    while ((await reading.next()).done !== true) yield* sheet.take();
  } finally {
    await reading.return(undefined);
    archive.close();
  }
}

function headersOf({ cells }: SheetRow): string[] {
  return cells.map((cell) => textOf(cell) ?? '');
}

async function* rowsOf(headers: readonly string[], heard: AsyncGenerator<SheetRow>): AsyncGenerator<Row> {
  for await (const { number, cells, faults } of heard) {
    const over = cells.slice(headers.length).filter((cell) => cell !== null && cell !== '');
    const ragged = { code: 'ROW_RAGGED' as const, property: '', object: `${cells.length} / ${headers.length}` };
    yield {
      number,
      cells: headers.map((_, at) => cells[at] ?? null),
      faults: [
        ...faults.map(({ column, ...fault }) => ({ ...fault, property: headers[column] ?? '' })),
        ...(over.length > 0 ? [ragged] : []),
      ],
    };
  }
}
