import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { Column } from '../column.ts';
import type { Subject } from '../subjects/subject.ts';
import { workbookOf } from './workbook.ts';

/**
 * Writes an empty file of a subject: its Vietnamese headers, each with how its cells are written and a star where it is
 * needed. What stands in brackets is left out when headers are read.
 * @param path ends with .xlsx or .csv
 */
export async function writeTemplate(subject: Subject, path: string): Promise<void> {
  const headers = subject.columns.map(headerOf);
  if (path.endsWith('.xlsx')) await writeFile(path, await workbookOf(subject.title.slice(0, 31), [headers]));
  else await writeFile(path, stringify([headers], { bom: true }));
}

function headerOf({ header, type, required = false }: Column): string {
  return `${header} (${required ? 'bắt buộc; ' : ''}${type.written})`;
}
