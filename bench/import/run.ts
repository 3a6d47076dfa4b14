import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import pg from 'pg';
import { Statements } from '../../src/database/statements.ts';
import { SnapshotStore } from '../../src/loaders/snapshot/store.ts';
import { median } from '../measure/numbers.ts';
import type { Options } from '../options.ts';
import type { Machine } from '../report/machine.ts';
import { describeMachine } from '../report/machine.ts';
import { memberLines } from './member-lines.ts';
import type { Place } from './place.ts';
import { openPlace } from './place.ts';

/** One size of file: milliseconds, and the most memory of the importing process. */
export interface ImportMeasure {
  readonly rows: number;
  readonly bare: number;
  /** Until it is committed. */
  readonly import: number;
  /** Until a server that runs has the new members in its roll-ups. */
  readonly rollUp: number;
  readonly megabytes: number;
}

export interface ImportResults {
  readonly machine: Machine;
  readonly rounds: number;
  readonly measures: readonly ImportMeasure[];
}

const TABLES = {
  member:
    'id, code, full_name, sex, born_on, ethnicity, education, political_theory, occupation, admitted_on, official_on, status',
  member_cell: 'member_id, cell_id, valid',
  member_event: 'member_id, cell_id, kind, on_date',
} as const;

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const run = promisify(execFile);

/** Measures, in turn, the import of files of members, and the bare COPY of the rows that came of them. */
export async function runImport({ rows, rounds }: Options): Promise<ImportResults> {
  await using place = await openPlace();
  const measures: ImportMeasure[] = [];
  for (const count of rows) {
    const file = join(place.folder, 'members.csv');
    await pipeline(Readable.from(memberLines(count)), createWriteStream(file));
    const turns: Omit<ImportMeasure, 'rows'>[] = [];
    for (let round = 0; round < rounds; round += 1) turns.push(await turn(place, file));
    measures.push({
      rows: count,
      bare: median(turns.map((each) => each.bare)),
      import: median(turns.map((each) => each.import)),
      rollUp: median(turns.map((each) => each.rollUp)),
      megabytes: Math.max(...turns.map((each) => each.megabytes)),
    });
  }
  return { machine: describeMachine(), rounds, measures };
}

async function turn(place: Place, file: string): Promise<Omit<ImportMeasure, 'rows'>> {
  await clear(place);
  const pool = new pg.Pool({ connectionString: place.url });
  const store = new SnapshotStore(Statements.on(pool));
  await store.current();
  const { stdout } = await run(process.execPath, ['--import', 'tsx', CHILD, place.url, file]);
  const imported = JSON.parse(stdout) as { milliseconds: number; megabytes: number };
  const rollUp = await timed(async () => void (await store.current()));
  await pool.end();
  for (const [table, columns] of Object.entries(TABLES)) {
    const rows = place.client.query(copyTo(`copy (select ${columns} from ${table} order by id) to stdout`));
    await pipeline(rows, createWriteStream(join(place.folder, table)));
  }
  await clear(place);
  const bare = await timed(() => bareCopy(place));
  return { bare, import: imported.milliseconds, rollUp, megabytes: imported.megabytes };
}

async function bareCopy({ client, folder }: Place): Promise<void> {
  await client.query('begin');
  for (const [table, columns] of Object.entries(TABLES)) {
    const target = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
    await pipeline(createReadStream(join(folder, table)), target);
  }
  await client.query('commit');
}

async function clear({ client }: Place): Promise<void> {
  await client.query('truncate member, import_file cascade');
  await client.query('checkpoint');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
