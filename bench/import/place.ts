import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadSeeds } from '../../seeds/index.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { migrateUp, openOrm } from '../../src/database/orm.ts';

/** A database of its own, with cells that have no members yet. */
export interface Place extends AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  readonly client: pg.Client;
}

const CELLS = 500;

const UNITS = `
  with made as (
    insert into organization (code, name, search_name)
    select 'BENCH-' || n, 'Chi bộ ' || n, 'chi bo ' || n from generate_series(1, ${CELLS}) as n returning id
  )
  insert into placement (organization_id, parent_id, kind, valid)
  select made.id, (select id from organization where code = 'K52-01'), 'GRASSROOTS_CELL', daterange(null, null) from made`;

export const CELL_CODES = Array.from({ length: CELLS }, (_, at) => `BENCH-${at + 1}`);

export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'dangbo-bench-import-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  const orm = await openOrm(server.url);
  await migrateUp(orm);
  await loadSeeds(orm, { onProgress: () => undefined });
  await orm.close(true);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(UNITS);
  return {
    url: server.url,
    folder,
    client,
    [Symbol.asyncDispose]: async () => {
      await client.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
