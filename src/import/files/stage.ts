import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Column } from './column.ts';
import { staged } from './column.ts';
import type { Fault, Row, Table } from './table.ts';
import { textOf } from './values/text.ts';
import type { Words } from './words.ts';

const CHUNK_CHARACTERS = 65_536;
/** Between the parts of a fault, and between faults: characters that no cell is let in with. */
const [PART, NEXT] = ['\u001F', '\u001E'];

/** Makes the tables that a file is staged in; they end with the transaction. */
export async function makeStage(client: ClientBase, columns: readonly Column[]): Promise<void> {
  const texts = columns.map((column) => `"${staged(column)}" text`);
  await client.query(`create temporary table import_staged (row int, fault text, ${texts.join(', ')}) on commit drop`);
  await client.query(
    `create temporary table import_finding (row int, code text, property text, object text) on commit drop`,
  );
}

/**
 * Streams the rows of a table into `import_staged`, each cell read as its column takes it.
 * @param places the column of each place of a row
 * @param onRow is called for each row
 */
export async function stageRows(
  client: ClientBase,
  table: Table,
  places: readonly (Column | undefined)[],
  words: Words,
  onRow: () => void,
): Promise<void> {
  const named = places.flatMap((column) => (column ? [staged(column)] : []));
  const target = copyFrom(
    `copy pg_temp.import_staged (row, fault${named.map((name) => `, "${name}"`).join('')}) from stdin`,
  );
  await pipeline(Readable.from(inChunks(table.rows, places, words, onRow)), client.query(target));
  await client.query(FAULTS);
  for (const { code, property, object, from, to } of table.late()) {
    await client.query(LATE, [code, property, object, from, to]);
  }
  await client.query('analyze pg_temp.import_staged');
}

const FAULTS = `
  insert into pg_temp.import_finding
  select row, split_part(part, E'\\x1F', 1), split_part(part, E'\\x1F', 2), split_part(part, E'\\x1F', 3)
  from pg_temp.import_staged, regexp_split_to_table(fault, E'\\x1E') as part where fault is not null`;

/** What is wrong with the headers themselves is wrong with the whole file. */
const LATE = `
  insert into pg_temp.import_finding
  select row, $1, $2, $3 from pg_temp.import_staged where row between $4::int and $5::int
  union all select 0, $1, $2, $3 where $4::int <= 1`;

async function* inChunks(
  rows: AsyncIterable<Row>,
  places: readonly (Column | undefined)[],
  words: Words,
  onRow: () => void,
): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    onRow();
    chunk += lineOf(row, places, words);
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function lineOf({ number, cells, faults = [] }: Row, places: readonly (Column | undefined)[], words: Words): string {
  const found: Fault[] = [...faults];
  let line = '';
  for (let at = 0; at < places.length; at += 1) {
    const column = places[at];
    if (!column) continue;
    const cell = cells[at] ?? null;
    const reading = column.type.read(cell, words);
    if (typeof reading === 'string') {
      line += `\t${escaped(reading)}`;
      continue;
    }
    line += '\t\\N';
    if (reading !== null)
      found.push({ code: reading.code, property: column.name, object: textOf(shownCell(cell)) ?? '' });
    else if (column.required === true && faults.length === 0)
      found.push({ code: 'VALUE_MISSING', property: column.name, object: '' });
  }
  const fault = found.map(({ code, property, object }) => [code, ...[property, object].map(shortened)].join(PART));
  return `${number}\t${fault.length === 0 ? '\\N' : escaped(fault.join(NEXT))}${line}\n`;
}

function shownCell(cell: Row['cells'][number]): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
}

/** What came, as it can be shown and stored: short, and without what no text column takes. */
function shortened(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 60)
    .toWellFormed();
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text in COPY's text format. */
function escaped(text: string): string {
  return text.replace(SPECIAL, (mark) => ESCAPES[mark] ?? mark);
}
