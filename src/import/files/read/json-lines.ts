import { shown } from '../../../errors/coded-error.ts';
import type { Names } from '../headers.ts';
import type { FileLimits } from '../limits.ts';
import type { Cell, Fault, Row, Table } from '../table.ts';
import { tooLarge, unreadable } from './refuse.ts';

type Fields = Readonly<Record<string, Cell>>;

/**
 * Reads JSON Lines: an object on each line. Its headers are the names that the first line has, and the columns that it
 * leaves out; other lines may call them by other names.
 * @param head the beginning of the file, with its first line
 */
export function jsonLinesTable(
  head: Buffer,
  pieces: AsyncIterable<Buffer>,
  limits: FileLimits,
  namesOf: (own: readonly string[]) => Names,
): Table {
  const own = Object.keys(fieldsOf(firstLineOf(head)) ?? {});
  const names = namesOf(own);
  return { headers: names.names, rows: rowsOf(names, pieces, limits), late: () => [] };
}

function firstLineOf(head: Buffer): string {
  return (
    head
      .toString('utf8')
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? ''
  );
}

async function* rowsOf(
  { names, placeOf }: Names,
  pieces: AsyncIterable<Buffer>,
  limits: FileLimits,
): AsyncGenerator<Row> {
  const places = new Map<string, number | undefined>(names.map((name, at) => [name, at]));
  let [number, rows] = [0, 0];
  for await (const line of linesOf(pieces, limits)) {
    number += 1;
    if (line.trim() === '') continue;
    rows += 1;
    if (rows > limits.rows) throw tooLarge('rows', limits);
    const fields = fieldsOf(line);
    if (!fields) {
      if (number === 1) throw unreadable('FILE_MALFORMED', 'a JSON object on each line', shown(line.slice(0, 60)));
      yield { number, cells: names.map(() => null), faults: [fault('ROW_MALFORMED', '', line)] };
      continue;
    }
    const cells: Cell[] = names.map(() => null);
    const seen = new Set<number>();
    const faults: Fault[] = [];
    for (const [name, cell] of Object.entries(fields)) {
      if (!places.has(name) && places.size < limits.columns * 10) places.set(name, placeOf(name));
      const at = places.get(name);
      if (at === undefined) faults.push(fault('HEADER_UNKNOWN', name, name));
      else if (seen.has(at)) faults.push(fault('HEADER_DUPLICATE', names[at] ?? '', name));
      else cells[at] = cell;
      if (at !== undefined) seen.add(at);
    }
    yield { number, cells, faults };
  }
}

function fault(code: Fault['code'], property: string, object: string): Fault {
  return { code, property: property.slice(0, 60), object: object.slice(0, 60) };
}

function fieldsOf(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

async function* linesOf(pieces: AsyncIterable<Buffer>, limits: FileLimits): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > limits.row || lines.some((line) => line.length > limits.row)) throw tooLarge('row', limits);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
