import { join } from 'node:path';
import pg from 'pg';
import { type Config, ConfigError } from '../config.ts';
import { startEmbeddedPostgres } from '../database/embedded/server.ts';
import { firstLine } from './failure.ts';
import type { Lifetime } from './lifetime.ts';

/**
 * The address of the database to work on: the one that was set, or the embedded one, which is started for it.
 * @throws ConfigError if the database that was set cannot be used
 */
export async function findDatabase(config: Config, life: Lifetime): Promise<string> {
  if (config.databaseUrl !== undefined) {
    await probe(config.databaseUrl);
    return config.databaseUrl;
  }
  const embedded = await life.open(
    () => startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), durable: true }),
    (server) => server.stop(),
  );
  return embedded.url;
}

/** The code is being loaded at the same time, which keeps a slow machine busy for a while. */
const PROBE_TIMEOUT_MS = 30_000;

/** The ORM would notice only later, and less clearly. */
async function probe(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PROBE_TIMEOUT_MS,
  });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    throw new ConfigError(`DATABASE_URL names a database that cannot be used: ${firstLine(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
