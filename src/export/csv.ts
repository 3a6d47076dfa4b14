import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { quoteFormula } from '../import/files/formula.ts';
import type { ExportCell, ExportTable } from './table.ts';

/** A table as CSV: UTF-8 with its mark in front, which spreadsheets need, commas, and CRLF as RFC 4180 has it. */
export function toCsv(table: ExportTable): Readable {
  const lines = Readable.from(linesOf(table));
  const written = stringify({ bom: true, record_delimiter: 'windows' });
  lines.on('error', (error) => written.destroy(error));
  written.on('close', () => lines.destroy());
  return lines.pipe(written);
}

async function* linesOf({ headers, pages }: ExportTable): AsyncGenerator<readonly string[]> {
  yield headers.map(quoteFormula);
  for await (const page of pages) for (const row of page) yield row.map(written);
}

function written(cell: ExportCell): string {
  if (typeof cell === 'number') return numberText(cell);
  return cell === null ? '' : quoteFormula(cell);
}

/** With a point before decimals, and never with three of them, which could be thousands. */
function numberText(value: number): string {
  const text = String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}
