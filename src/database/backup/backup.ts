import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import type { Transform } from 'node:stream';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Manifest, SavedTable } from './manifest.ts';
import { BackupError, tableFile, writeManifest } from './manifest.ts';
import type { CarriedTable } from './tables.ts';
import { carriedSequences, carriedTables, copied } from './tables.ts';

/**
 * Writes the whole database into a new folder, as one moment saw it: PostgreSQL's own binary COPY of each table in
 * one transaction. Others read and write meanwhile. The folder has its name only once all is in it.
 * @param url address, as the owner of the tables
 * @throws BackupError if the folder is there already
 */
export async function backUp(url: string, folder: string): Promise<Manifest> {
  if (existsSync(folder)) throw new BackupError(`${folder} is there already: a backup wants a folder of its own`);
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: url, application_name: 'dangbo backup' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin transaction isolation level repeatable read read only');
    const manifest = await save(client, draft);
    await client.query('commit');
    await writeManifest(draft, manifest);
    await rename(draft, folder);
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function save(client: pg.Client, folder: string): Promise<Manifest> {
  const tables: SavedTable[] = [];
  for (const table of await carriedTables(client)) tables.push(await saveTable(client, folder, table));
  const { rows } = await client.query<{ name: string }>('select name from mikro_orm_migrations order by name');
  const server = await client.query<{ server_version: string }>('show server_version');
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    server: server.rows[0]?.server_version ?? '',
    migrations: rows.map(({ name }) => name),
    tables,
    sequences: await carriedSequences(client),
  };
}

async function saveTable(client: pg.Client, folder: string, table: CarriedTable): Promise<SavedTable> {
  const file = tableFile(folder, table);
  const hash = createHash('sha256');
  const stream = client.query(copyTo(`copy ${copied(client, table)} to stdout (format binary)`));
  await pipeline(stream, createZstdCompress(), told(hash), createWriteStream(file, { mode: 0o600 }));
  const { size } = await stat(file);
  return { ...table, rows: stream.rowCount, bytes: size, sha256: hash.digest('hex') };
}

function told(hash: ReturnType<typeof createHash>): Transform {
  const passing = new PassThrough();
  passing.on('data', (part: Buffer) => hash.update(part));
  return passing;
}
