import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const CHUNK_CHARACTERS = 65_536;

/** A value of COPY's text format; null is \N. Texts of ours hold none of its special characters. */
export type CopyValue = string | number | null;

/** One row of COPY's text format. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let at = 0; at < values.length; at += 1) {
    if (at > 0) line += '\t';
    line += values[at] ?? '\\N';
  }
  return `${line}\n`;
}

/**
 * Streams rows into a table, as fast as the database takes them.
 * @param target the table with its columns: `member (id, full_name)`
 * @returns how many rows there were
 */
export async function copyRows(client: ClientBase, target: string, lines: Iterable<string>): Promise<number> {
  const counted = { rows: 0 };
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  await pipeline(Readable.from(inChunks(lines, counted)), stream);
  return counted.rows;
}

function* inChunks(lines: Iterable<string>, counted: { rows: number }): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    counted.rows += 1;
    chunk += line;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
