import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Names } from '../headers.ts';
import type { FileLimits } from '../limits.ts';
import type { Table } from '../table.ts';
import { csvTable } from './csv.ts';
import { jsonLinesTable } from './json-lines.ts';
import { OpenedFile } from './open.ts';
import { peek } from './pieces.ts';
import { tooLarge, unreadable } from './refuse.ts';
import { inUtf8 } from './utf8.ts';
import { xlsxTable } from './xlsx/table.ts';

/** The ways in which a file can be written. */
export type FileForm = 'csv' | 'xlsx' | 'jsonl';

export interface ReadFile {
  readonly form: FileForm;
  readonly table: Table;
  /** How far it was read, and its hash once it was read to its end. */
  readonly file: OpenedFile;
  /** Takes away what was unpacked beside it. */
  close(): Promise<void>;
}

const NOTHING = async (): Promise<void> => undefined;
const OLD_WORKBOOK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads a file as a table: CSV, XLSX or JSON Lines, packed by gzip or not. What it is, its content tells.
 * @param namesOf the names that rows of JSON may have, by those of the first line
 * @throws CodedError FILE_ENCODING, FILE_MALFORMED, FILE_TOO_LARGE, here or while the rows are read
 */
export async function readTable(
  path: string,
  limits: FileLimits,
  namesOf: (own: readonly string[]) => Names,
): Promise<ReadFile> {
  const file = await OpenedFile.at(path, limits);
  const { head, all } = await peek(file.content(), (read) => hasLine(read) || read.length > limits.row * 4);
  if (head.subarray(0, 4).equals(OLD_WORKBOOK)) throw unreadable('FILE_MALFORMED', 'CSV, XLSX or JSON Lines', 'XLS');
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return workbook(file, all, limits);
  const text = inUtf8(all);
  if (/^\uFEFF?\s*\{/.test(head.toString('utf8'))) {
    return { form: 'jsonl', table: jsonLinesTable(head, text, limits, namesOf), file, close: NOTHING };
  }
  const table = await csvTable(head, text, limits);
  if (table.headers.length > limits.columns) throw tooLarge('columns', limits);
  return { form: 'csv', table, file, close: NOTHING };
}

/** A workbook is read from a file of its own where it came packed; its content is gone through for the hash. */
async function workbook(file: OpenedFile, all: AsyncGenerator<Buffer>, limits: FileLimits): Promise<ReadFile> {
  if (!file.isPacked) {
    while ((await all.next()).done !== true);
    return { form: 'xlsx', table: await xlsxTable(file.path, limits), file, close: NOTHING };
  }
  await all.return(undefined);
  const again = await OpenedFile.at(file.path, limits);
  const folder = await mkdtemp(join(tmpdir(), 'dangbo-import-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'workbook.xlsx');
    await again.unpackTo(path);
    return { form: 'xlsx', table: await xlsxTable(path, limits), file: again, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const [NEWLINE, SPACE] = [0x0a, 0x20];

/** Whether there is a whole line that says something. */
function hasLine(head: Buffer): boolean {
  const first = head.findIndex((byte) => byte > SPACE);
  return first >= 0 && head.includes(NEWLINE, first);
}
