import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from '../../../src/database/embedded/server.ts';
import { startTestServer } from '../../../test/support/server.ts';
import { signedToken } from '../../../test/support/tokens.ts';
import { makeFolder, startDatabase } from '../template.ts';
import type { World } from '../world.ts';

/** What is there to be broken. */
export interface Parts {
  readonly postgres: EmbeddedPostgres;
  /** PostgreSQL's data folder. */
  readonly cluster: string;
}

export interface Setting {
  readonly settings?: EmbeddedPostgresOptions['settings'];
  /** The folder that holds all; one of its own where absent. */
  readonly folder?: string;
  readonly breakOnce: (parts: Parts, round: number) => Promise<void>;
}

/** One server in this process, on a PostgreSQL of its own. */
export async function oneServer({ settings, folder, breakOnce }: Setting): Promise<World> {
  const place = folder ?? (await makeFolder());
  const dataDir = join(place, 'postgres');
  const postgres = await startDatabase({ dataDir, durable: true, settings: settings ?? {} });
  const server = await startTestServer({ url: postgres.url, now: new Date() });
  const parts = { postgres, cluster: join(dataDir, 'cluster') };
  return {
    postgres,
    urls: [server.url],
    token: await signedToken({ role: 'ADMINISTRATOR' }),
    unexpected: () => server.unexpected,
    breakOnce: (round) => breakOnce(parts, round),
    end: async () => {
      await server.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
      if (folder === undefined) await rm(place, { recursive: true, force: true });
    },
  };
}

/** Does something with a database over a connection of its own, which may be cut meanwhile. */
export async function on<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'dangbo breakage' });
  client.on('error', () => undefined);
  await client.connect();
  return run(client).finally(() => client.end().catch(() => undefined));
}
