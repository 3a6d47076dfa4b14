import type { Readable } from 'node:stream';
import { toCsv } from './csv.ts';
import type { ExportForm, ExportTable } from './table.ts';
import { toXlsx } from './xlsx.ts';

/** A table in a form, as bytes that come as fast as they are taken. */
export function writeTable(table: ExportTable, form: ExportForm): Readable {
  return form === 'csv' ? toCsv(table) : toXlsx(table);
}

/**
 * The same table, its first page read already: what goes wrong at once goes wrong before anything is sent.
 * @throws whatever reading the first page throws
 */
export async function begun(table: ExportTable): Promise<ExportTable> {
  const pages = table.pages[Symbol.asyncIterator]();
  const first = await pages.next();
  const all = async function* (): AsyncGenerator<NonNullable<typeof first.value>> {
    try {
      for (let page = first; page.done !== true; page = await pages.next()) yield page.value;
    } finally {
      await pages.return?.();
    }
  };
  return { ...table, pages: all() };
}
