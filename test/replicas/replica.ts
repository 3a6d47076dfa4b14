import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pg from 'pg';
import type { EmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';

/** Not copied: what belongs to the server that runs, and the log, which the copy gets by streaming. */
const OF_THE_SERVER: ReadonlySet<string> = new Set(['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot']);

/**
 * Starts a server that follows another by streaming replication, from a copy of its data folder that is taken while
 * it runs: PostgreSQL's own low-level way, which needs no program beside the server.
 * @param primaryFolder data folder of the embedded server that is followed
 */
export async function startReplica(
  primary: EmbeddedPostgres,
  primaryFolder: string,
  folder: string,
): Promise<EmbeddedPostgres> {
  const cluster = join(folder, 'cluster');
  await mkdir(folder, { recursive: true });
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  await client.query(`select pg_backup_start('replica', fast => true)`);
  await cp(join(primaryFolder, 'cluster'), cluster, {
    recursive: true,
    filter: (path) => !OF_THE_SERVER.has(basename(path)),
  });
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await client.end();
  for (const empty of ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot'])
    await mkdir(join(cluster, empty), { recursive: true, mode: 0o700 });
  const { port, username, password } = new URL(primary.url);
  const followed = `host=127.0.0.1 port=${port} user=${username} password=${password}`;
  await writeFile(join(cluster, 'backup_label'), rows[0]?.labelfile ?? '');
  await writeFile(join(cluster, 'standby.signal'), '');
  await writeFile(join(cluster, 'postgresql.auto.conf'), `primary_conninfo = '${followed}'\n`);
  return startEmbeddedPostgres({ dataDir: folder, durable: true, settings: { shared_buffers: '32MB' } });
}
