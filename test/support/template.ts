import pg from 'pg';
import { loadSeeds } from '../../seeds/index.ts';
import { migrateUp, openOrm } from '../../src/database/orm.ts';
import { TEMPLATE, databaseAt } from './database.ts';

/** Makes the template: every migration and all seed data, once for the whole test run. */
export async function fillTemplate(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const orm = await openOrm(databaseAt(server, TEMPLATE));
  try {
    await migrateUp(orm);
    await loadSeeds(orm, { onProgress: () => undefined });
  } finally {
    await orm.close(true);
  }
}
