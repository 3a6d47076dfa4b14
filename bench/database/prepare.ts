import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { loadSeeds } from '../../seeds/index.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { migrateUp, openOrm } from '../../src/database/orm.ts';
import { generateRegister } from '../../src/import/register/generate-register.ts';
import type { RegisterScale } from '../../src/import/register/scale.ts';
import { registerScale } from '../../src/import/register/state.ts';
import { ensureRollup } from './rollup.ts';

/** A database that holds a register of some scale and the roll-up of the peers. */
export interface Prepared {
  readonly scale: RegisterScale;
  readonly url: string;
  readonly members: number;
  readonly organizations: number;
  stop(): Promise<unknown>;
}

/** Where the databases of the benchmark lie: each scale has its own. */
const FOLDER = fileURLToPath(new URL('../../.data/bench', import.meta.url));

/** Makes a database of a scale or finds it made: tables, seeds, register, roll-up. */
export async function prepare(scale: RegisterScale, tell: (text: string) => void): Promise<Prepared> {
  const server = await startEmbeddedPostgres({
    dataDir: `${FOLDER}/${scale}`,
    durable: true,
    settings: { shared_preload_libraries: 'pg_stat_statements' },
  });
  try {
    await ensureTables(server.url, tell);
    const pool = new pg.Pool({ connectionString: server.url, max: 1 });
    try {
      if ((await registerScale(pool)) !== scale) {
        await generateRegister({
          url: server.url,
          scale,
          replace: true,
          onProgress: ({ text, share }) => tell(`register: ${text}, ${Math.round(share * 100)} %`),
        });
        await pool.query('vacuum analyze');
      }
      await ensureRollup(server.url, tell);
      await pool.query('create extension if not exists pg_stat_statements');
      const { rows } = await pool.query<{ members: number; organizations: number }>(
        'select (select count(*) from member)::int as members, (select count(*) from organization)::int as organizations',
      );
      return { scale, url: server.url, members: 0, organizations: 0, ...rows[0], stop: () => server.stop() };
    } finally {
      await pool.end();
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function ensureTables(url: string, tell: (text: string) => void): Promise<void> {
  const orm = await openOrm(url);
  try {
    await migrateUp(orm);
    await loadSeeds(orm, { onProgress: tell });
  } finally {
    await orm.close(true);
  }
}
