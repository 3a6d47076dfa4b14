import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublishedFiguresSeeder } from '../../seeds/PublishedFiguresSeeder.ts';
import type { EmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { migrateUp, openOrm } from '../../src/database/orm.ts';
import { Seed } from '../../test/support/seed.ts';
import type { TestServer } from '../../test/support/server.ts';
import { startTestServer } from '../../test/support/server.ts';

/** Under it organisations are made. */
export const PARENT = 'RELIABILITY-K';

/** A durable PostgreSQL of its own, and a server on it. */
export interface World {
  readonly postgres: EmbeddedPostgres;
  /** PostgreSQL's data folder. */
  readonly cluster: string;
  readonly server: TestServer;
  end(): Promise<void>;
}

export async function makeWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'dangbo-reliability-'));
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'postgres');
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true, settings: { shared_buffers: '64MB' } });
  const orm = await openOrm(postgres.url);
  await migrateUp(orm);
  await orm.seeder.seed(PublishedFiguresSeeder);
  await orm.close(true);
  const seed = await Seed.open(postgres.url);
  await seed.units([
    { code: 'RELIABILITY-T', kind: 'PROVINCE', parent: 'VN', from: '2000-01-01' },
    { code: PARENT, kind: 'BLOC', parent: 'RELIABILITY-T', from: '2000-01-01' },
  ]);
  await seed.close();
  const server = await startTestServer({ url: postgres.url });
  return {
    postgres,
    cluster: join(dataDir, 'cluster'),
    server,
    end: async () => {
      await server.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
