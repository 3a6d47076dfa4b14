import { existsSync } from 'node:fs';
import { chown, mkdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Account, chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, SUPERUSER, ensureCluster } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { EmbeddedPostgresError } from './error.ts';
import { type Settings, bringUp } from './launch.ts';
import { announcePresence } from './presence.ts';
import { serverSettings } from './settings.ts';
import { stopServer } from './stop.ts';

/** How an embedded server is started. */
export interface EmbeddedPostgresOptions {
  /** Folder of the data, made if missing. */
  readonly dataDir: string;
  /** False for tests: fast, and lost in a crash. */
  readonly durable: boolean;
  /** More server settings, by their PostgreSQL names. */
  readonly settings?: Settings;
}

/** An embedded server that runs. */
export interface EmbeddedPostgres {
  /** Connection address of the database `dangbo`, with the password. */
  readonly url: string;
  /** Was it found running? */
  readonly adopted: boolean;
  /** Stops the server, unless another process uses it too; safe to call twice. */
  stop(): Promise<{ stopped: boolean }>;
}

const DATABASE = 'dangbo';

/**
 * Starts the PostgreSQL that came with `npm ci` on the data of a folder. A server that already runs on them, started
 * by another process or left behind by one that was killed, is adopted; a crash before is recovered from.
 * @throws EmbeddedPostgresError with one line that says why it cannot
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const { folder, account } = await prepareFolder(options.dataDir, binaries.postgres);
  const cluster = await ensureCluster(folder, binaries, account);
  const { port, adopted } = await bringUp({
    binaries,
    account,
    cluster,
    settings: { ...serverSettings(options), ...options.settings },
    logFile: join(folder, 'server.log'),
  });
  const url = addressOf(cluster, port, DATABASE);
  await ensureDatabase(addressOf(cluster, port, 'postgres'), DATABASE);
  const presence = await announcePresence(url);
  return {
    url,
    adopted,
    async stop() {
      const { last } = await presence.leave();
      if (last) await stopServer(cluster.path);
      return { stopped: last };
    },
  };
}

async function prepareFolder(
  dataDir: string,
  program: string,
): Promise<{ folder: string; account: Account }> {
  const wanted = resolve(dataDir);
  try {
    await mkdir(dirname(wanted), { recursive: true });
    const account = chooseAccount(program, wanted);
    if (!existsSync(wanted)) await mkdir(wanted, { mode: 0o755 });
    if (account.owner !== undefined) await chown(wanted, account.owner.uid, account.owner.gid);
    return { folder: await realpath(wanted), account };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new EmbeddedPostgresError(
      `the data folder ${wanted} cannot be used: ${(error as Error).message}`,
    );
  }
}

const addressOf = (cluster: Cluster, port: number, database: string): string =>
  `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;
