import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedPostgres } from '../../../src/database/embedded/server.ts';
import { startReplica } from '../../../test/replicas/replica.ts';
import { startTestServer } from '../../../test/support/server.ts';
import { signedToken } from '../../../test/support/tokens.ts';
import { until } from '../run.ts';
import { makeFolder, startDatabase } from '../template.ts';
import type { Breakage, World } from '../world.ts';
import { stopAtOnce } from './database.ts';
import { on } from './one-server.ts';

const BEHIND_FOR_MS = 2_500;

/** Two servers that read from one replica; they leave it out once it is more than a second behind. */
async function replicated(breakOnce: (replica: EmbeddedPostgres, cluster: string) => Promise<void>): Promise<World> {
  const folder = await makeFolder();
  const [first, second] = [join(folder, 'primary'), join(folder, 'replica')];
  const postgres = await startDatabase({ dataDir: first, durable: true });
  const replica = await startReplica(postgres, first, second);
  const at = { url: postgres.url, replicaUrls: [replica.url], replicaMaxLag: 1, now: new Date() };
  const servers = [await startTestServer(at), await startTestServer(at)];
  return {
    postgres,
    urls: servers.map(({ url }) => url),
    token: await signedToken({ role: 'ADMINISTRATOR' }),
    unexpected: () => servers.flatMap(({ unexpected }) => unexpected),
    breakOnce: () => breakOnce(replica, join(second, 'cluster')),
    settle: () => until(() => hasAll(postgres, replica), 'the replica has everything'),
    end: async () => {
      for (const server of servers) await server.stop();
      await replica.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function hasAll(primary: EmbeddedPostgres, replica: EmbeddedPostgres): Promise<boolean> {
  const { rows } = await on(primary.url, (client) =>
    client.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at'),
  );
  const has = await on(replica.url, (client) =>
    client.query<{ has: boolean }>('select pg_last_wal_replay_lsn() >= $1::pg_lsn as has', [rows[0]?.at]),
  ).catch(() => undefined);
  return has?.rows[0]?.has === true;
}

async function fallBehind({ url }: EmbeddedPostgres): Promise<void> {
  await on(url, (client) => client.query('select pg_wal_replay_pause()'));
  await sleep(BEHIND_FOR_MS);
  await on(url, (client) => client.query('select pg_wal_replay_resume()'));
}

/** What happens to a replica that is read from. */
export const OF_A_REPLICA: readonly Breakage[] = [
  { name: 'the replica of two servers behind by more than it may be', open: () => replicated(fallBehind) },
  {
    name: 'the replica of two servers gone, and back again',
    open: () => replicated((_, cluster) => stopAtOnce(cluster)),
  },
];
