import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { ClientBase } from 'pg';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { ERROR_CATALOGUE } from '../../errors/catalogue.ts';
import type { Names } from './headers.ts';
import { REASON_HEADER } from './headers.ts';
import { quoteFormula } from './formula.ts';
import type { FileLimits } from './limits.ts';
import type { FileForm } from './read/index.ts';
import { readTable } from './read/index.ts';
import type { Cell, Row } from './table.ts';
import { workbookOf } from './template/workbook.ts';

export interface RejectedFile {
  readonly from: string;
  readonly to: string;
  readonly form: FileForm;
  readonly limits: FileLimits;
  /** As for readTable. */
  readonly namesOf: (own: readonly string[]) => Names;
}

/**
 * Writes the rejected rows of a file in its own form, as they came, with a column of reasons more: to be mended and
 * sent again. The file is read once more for it.
 */
export async function writeRejected(
  client: ClientBase,
  { from, to, form, limits, namesOf }: RejectedFile,
): Promise<void> {
  const reasons = new Reasons(client);
  await reasons.prepare();
  const { table, close } = await readTable(from, limits, namesOf);
  try {
    const rows = rejectedOf(table.rows, reasons);
    if (form === 'csv') await writeCsv(to, table.headers, rows);
    else if (form === 'jsonl') await pipeline(Readable.from(jsonLines(table.headers, rows)), createWriteStream(to));
    else await writeFile(to, await workbookOf('Dòng bị từ chối', await sheetOf(table.headers, rows)));
  } finally {
    await close();
  }
}

interface Rejected {
  readonly cells: readonly Cell[];
  readonly reason: string;
}

async function* rejectedOf(rows: AsyncIterable<Row>, reasons: Reasons): AsyncGenerator<Rejected> {
  for await (const { number, cells } of rows) {
    const reason = await reasons.of(number);
    if (reason !== undefined) yield { cells, reason };
  }
}

async function writeCsv(to: string, headers: readonly string[], rows: AsyncGenerator<Rejected>): Promise<void> {
  const lines = async function* (): AsyncGenerator<readonly string[]> {
    yield withReason(headers, headers, REASON_HEADER);
    for await (const { cells, reason } of rows) yield withReason(headers, cells.map(shown), reason);
  };
  await pipeline(Readable.from(lines()), stringify({ bom: true }), createWriteStream(to));
}

async function* jsonLines(headers: readonly string[], rows: AsyncGenerator<Rejected>): AsyncGenerator<string> {
  for await (const { cells, reason } of rows) {
    const fields = headers
      .map((header, at) => [header, cells[at] ?? null] as const)
      .filter(([, cell]) => cell !== null);
    yield `${JSON.stringify({ ...Object.fromEntries(fields), [REASON_HEADER]: reason })}\n`;
  }
}

async function sheetOf(headers: readonly string[], rows: AsyncGenerator<Rejected>): Promise<Cell[][]> {
  const sheet: Cell[][] = [withReason(headers, headers, REASON_HEADER)];
  for await (const { cells, reason } of rows) sheet.push(withReason(headers, cells, reason));
  return sheet;
}

/** The reasons stand in a column of their own; where the file has one from before, in its place. */
function withReason<T>(headers: readonly string[], cells: readonly T[], reason: T): T[] {
  return [...cells.filter((_, at) => headers[at] !== REASON_HEADER), reason];
}

function shown(cell: Cell): string {
  if (cell === null) return '';
  return quoteFormula(typeof cell === 'object' ? JSON.stringify(cell) : String(cell));
}

interface ReasonRow {
  readonly row: number;
  readonly faults: readonly { readonly code: ErrorCode; readonly property: string; readonly object: string }[];
}

/** The reasons of rejected rows, asked for in the order of the rows and read some thousands at a time. */
class Reasons {
  private page: readonly ReasonRow[] = [];
  private at = 0;
  private isOver = false;

  constructor(private readonly client: ClientBase) {}

  async prepare(): Promise<void> {
    await this.client.query('create index on pg_temp.import_finding (row)');
  }

  async of(row: number): Promise<string | undefined> {
    for (;;) {
      if (this.at === this.page.length && !this.isOver) await this.readOn();
      const next = this.page[this.at];
      if (!next || next.row > row) return undefined;
      this.at += 1;
      if (next.row === row) return next.faults.map(reasonOf).join('; ');
    }
  }

  private async readOn(): Promise<void> {
    const { rows } = await this.client.query<ReasonRow>(PAGE, [this.page.at(-1)?.row ?? 0]);
    this.page = rows;
    this.at = 0;
    this.isOver = rows.length === 0;
  }
}

const PAGE = `
  select row, jsonb_agg(jsonb_build_object('code', code, 'property', property, 'object', object)) as faults
  from pg_temp.import_finding where row > $1 group by row order by row limit 5000`;

function reasonOf({ code, property, object }: ReasonRow['faults'][number]): string {
  const what = [property, object].filter((part) => part !== '').join(' = ');
  return `${code}${what === '' ? '' : ` (${what})`}: ${ERROR_CATALOGUE[code].description}`;
}
