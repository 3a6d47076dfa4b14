import { chown, mkdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, SUPERUSER, ensureCluster } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { EmbeddedPostgresError } from './error.ts';
import { type Keeper, keepUp } from './keeper.ts';
import { type Launch, type Settings, bringUp } from './launch.ts';
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
  /** Environment variables of its processes, beside their own. */
  readonly environment?: Readonly<Record<string, string>>;
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
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const { folder, account } = await prepareFolder(options.dataDir, binaries.postgres);
  const cluster = await ensureCluster(folder, binaries, account);
  const launch: Launch = {
    binaries,
    account,
    cluster,
    settings: { ...serverSettings(options), ...options.settings },
    environment: options.environment ?? {},
    logFile: join(folder, 'server.log'),
  };
  const { url, adopted, keeper } = await enter(launch);
  return {
    url,
    adopted,
    async stop() {
      const { last } = await keeper.leave();
      if (last) await stopServer(cluster.path);
      return { stopped: last };
    },
  };
}

const PATIENCE_MS = 30_000;
const RETRY_MS = 100;

/** A server that was found running may be on its way down, or recovering: then it is looked for again. */
async function enter(launch: Launch): Promise<{ url: string; adopted: boolean; keeper: Keeper }> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const { port, adopted } = await bringUp(launch);
    const url = addressOf(launch.cluster, port, DATABASE);
    try {
      await ensureDatabase(addressOf(launch.cluster, port, 'postgres'), DATABASE);
      return { url, adopted, keeper: await keepUp(url, () => bringUp(launch)) };
    } catch (error) {
      if (!isAway(error) || performance.now() > giveUpAt) throw error;
      await sleep(RETRY_MS);
    }
  }
}

/** Errors of a connection to a server that starts, stops or is gone. */
function isAway(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return (
    ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03'].includes(String(code)) ||
    (error as Error).message.startsWith('Connection terminated')
  );
}

async function prepareFolder(dataDir: string, program: string): Promise<{ folder: string; account: Account }> {
  const wanted = resolve(dataDir);
  try {
    await mkdir(dirname(wanted), { recursive: true });
    const account = chooseAccount(program, wanted);
    await mkdir(wanted, { recursive: true });
    if (account.owner !== undefined) await chown(wanted, account.owner.uid, account.owner.gid);
    return { folder: await realpath(wanted), account };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new EmbeddedPostgresError(`the data folder ${wanted} cannot be used: ${(error as Error).message}`);
  }
}

const addressOf = (cluster: Cluster, port: number, database: string): string =>
  `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;
