import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { CodedError } from '../../../errors/coded-error.ts';
import { unquoteFormula } from '../formula.ts';
import type { FileLimits } from '../limits.ts';
import type { Row, Table } from '../table.ts';
import { tooLarge, unreadable } from './refuse.ts';

const NONE: readonly never[] = [];

/**
 * Reads CSV: with commas or semicolons, whichever the first line has more of; quotes hold separators and line ends.
 * @param head the beginning of the file, with its first line
 */
export async function csvTable(head: Buffer, pieces: AsyncIterable<Buffer>, limits: FileLimits): Promise<Table> {
  const records = recordsOf(pieces, separatorOf(head), limits);
  const first = await records.next();
  const headers = first.done === true ? NONE : first.value;
  return { headers, rows: rowsOf(headers.length, records, limits), late: () => NONE };
}

async function* recordsOf(
  pieces: AsyncIterable<Buffer>,
  delimiter: string,
  limits: FileLimits,
): AsyncGenerator<readonly string[]> {
  const parser = parse({ delimiter, bom: true, relax_column_count: true, max_record_size: limits.row });
  const source = Readable.from(pieces, { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const record of parser as AsyncIterable<string[]>) yield record;
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, limits) : error;
  } finally {
    source.destroy();
  }
}

async function* rowsOf(
  width: number,
  records: AsyncGenerator<readonly string[]>,
  limits: FileLimits,
): AsyncGenerator<Row> {
  let number = 1;
  for await (const cells of records) {
    number += 1;
    if (cells.every((cell) => cell === '')) continue;
    if (number - 1 > limits.rows) throw tooLarge('rows', limits);
    const texts = cells.some(isQuoted) ? cells.map(unquoteFormula) : cells;
    if (texts.length === width) yield { number, cells: texts };
    else yield { number, cells: fitted(texts, width), faults: [ragged(texts.length, width)] };
  }
}

/** Begins with an apostrophe: it may be the one that keeps a spreadsheet from running the text. */
function isQuoted(cell: string): boolean {
  return cell.charCodeAt(0) === 39;
}

function ragged(got: number, width: number): { code: 'ROW_RAGGED'; property: string; object: string } {
  return { code: 'ROW_RAGGED', property: '', object: `${got} / ${width}` };
}

function fitted(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => cells[at] ?? '');
}

function refusalOf(error: CsvError, limits: FileLimits): CodedError {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLarge('row', limits);
  const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  return unreadable('FILE_MALFORMED', 'CSV whose quotes are closed and doubled inside', `other quotes${line}`);
}

/** Bytes within which the first line tells its separator. */
const SEPARATOR_WITHIN = 16_384;

/** The separator by the first line, whatever stands in quotes left out. */
function separatorOf(head: Buffer): ',' | ';' {
  const line = head
    .toString('utf8', 0, SEPARATOR_WITHIN)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1)[0];
  const count = (mark: string): number => (line ?? '').split(mark).length;
  return count(';') > count(',') ? ';' : ',';
}
