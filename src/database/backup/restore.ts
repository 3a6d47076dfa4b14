import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { MIGRATIONS } from '../../../migrations/index.ts';
import { migrateUp, openOrm } from '../orm.ts';
import type { Manifest, SavedTable } from './manifest.ts';
import { BackupError, readManifest, tableFile } from './manifest.ts';
import { carriedTables, copied } from './tables.ts';

/**
 * Fills an empty database from a backup: first the tables as they were then, then the rows, in one transaction, then
 * the migrations that have come since. Nothing is touched unless every file is as it was written.
 * @param url address, as the owner of the tables to be
 * @throws BackupError if the backup is damaged or newer than this version, or the database is not empty
 */
export async function restore(url: string, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const newest = manifest.migrations.at(-1);
  if (!MIGRATIONS.some(({ name }) => name === newest))
    throw new BackupError(`the backup needs the migration ${newest ?? ''}, which this version does not have`);
  for (const table of manifest.tables) await requireIntact(folder, table);
  const client = new pg.Client({ connectionString: url, application_name: 'dangbo restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await requireEmpty(client);
    const orm = await openOrm(url);
    try {
      await orm.migrator.up({ to: newest });
      await fill(client, folder, manifest);
      await migrateUp(orm);
    } finally {
      await orm.close(true);
    }
    return manifest;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function requireIntact(folder: string, table: SavedTable): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(tableFile(folder, table)), hash).catch(() => undefined);
  if (hash.digest('hex') !== table.sha256)
    throw new BackupError(`the backup is damaged: ${tableFile(folder, table)} is not as it was written`);
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' limit 1`,
  );
  if (rows[0])
    throw new BackupError(`the database is not empty: it has a table ${rows[0].name}; restore into a new one`);
}

/** The triggers stay still: what they would do to the rows was done when these were first written. */
async function fill(client: pg.Client, folder: string, { tables, sequences }: Manifest): Promise<void> {
  await client.query('begin');
  const names = new Set((await carriedTables(client)).map(({ name }) => name));
  const unknown = tables.find(({ name }) => !names.has(name));
  if (unknown) throw new BackupError(`the backup has a table ${unknown.name}, which its migrations do not make`);
  const all = tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`);
  for (const table of all) await client.query(`alter table ${table} disable trigger user`);
  // What migrations put into their tables themselves comes with the backup.
  await client.query(`truncate ${all.join(', ')}`);
  for (const table of tables) await fillTable(client, folder, table);
  for (const { name, value } of sequences)
    if (value !== undefined) await client.query('select setval($1::regclass, $2)', [`public.${name}`, value]);
  for (const table of all) await client.query(`alter table ${table} enable trigger user`);
  await client.query('commit');
  await client.query(`analyze ${all.join(', ')}`);
}

async function fillTable(client: pg.Client, folder: string, table: SavedTable): Promise<void> {
  const stream = client.query(copyFrom(`copy ${copied(client, table)} from stdin (format binary)`));
  await pipeline(createReadStream(tableFile(folder, table)), createZstdDecompress(), stream);
  if (stream.rowCount !== table.rows)
    throw new BackupError(`the backup is damaged: ${table.name} has ${stream.rowCount} rows, not ${table.rows}`);
}
