import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { CELL_MONTHS, CUBE_MONTHS, END, lastDayOf, MONTHS } from './months.ts';
import { runScript } from './script.ts';

const FILES = ['tree', 'tables', 'month', 'cube', 'finish'] as const;

/** Names what the roll-up is made by and of: when it changes, it is made again. */
function versionOf(register: string): string {
  const hash = createHash('sha256')
    .update(register)
    .update(JSON.stringify([MONTHS, CELL_MONTHS, CUBE_MONTHS]));
  for (const name of FILES) hash.update(readFileSync(new URL(`./${name}.sql`, import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Makes the roll-up that the peers answer from, in the schema `bench`, unless it is there: what a competent
 * user would maintain beside the register. Nothing that dangbo answers from is touched.
 */
export async function ensureRollup(url: string, tell: (text: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ state: string }>(
      `select to_jsonb(register_state)::text as state from register_state`,
    );
    const version = versionOf(rows[0]?.state ?? '');
    if ((await madeVersion(client)) === version) return;
    await client.query('drop schema if exists bench cascade');
    await client.query('create schema bench');
    await make(client, tell);
    await client.query(`create table bench.made as select '${version}' as version`);
    await client.query(`comment on table bench.made is E'@behavior -*'`);
  } finally {
    await client.end();
  }
}

async function madeVersion(client: pg.Client): Promise<string | undefined> {
  const { rows: there } = await client.query(`select where to_regclass('bench.made') is not null`);
  if (there.length === 0) return undefined;
  return (await client.query<{ version: string }>('select version from bench.made')).rows[0]?.version;
}

async function make(client: pg.Client, tell: (text: string) => void): Promise<void> {
  await client.query(`set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set synchronous_commit = off`);
  tell('roll-up of the peers: who held which cells');
  await runScript(client, 'tree', { first_month: quoted(MONTHS[0] ?? ''), end_month: quoted(END) });
  await runScript(client, 'tables');
  for (const month of MONTHS) {
    tell(`roll-up of the peers: ${month}`);
    await runScript(client, 'month', {
      month: quoted(month),
      last_day: quoted(lastDayOf(month)),
      with_cells: String(CELL_MONTHS.includes(month)),
    });
  }
  for (const month of CUBE_MONTHS) {
    tell(`roll-up of the peers: attributes, ${month}`);
    await runScript(client, 'cube', { day: quoted(lastDayOf(month)) });
  }
  tell('roll-up of the peers: indexes');
  await runScript(client, 'finish');
  await client.query('vacuum analyze bench.unit, bench.unit_month, bench.cube_age, bench.cube_band');
}

function quoted(day: string): string {
  return `date '${day}'`;
}
