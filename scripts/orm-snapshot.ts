import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { startEmbeddedPostgres } from '../src/database/embedded/server.ts';
import { migrateUp, openOrm } from '../src/database/orm.ts';
import { keepGenerated } from './generated-file.ts';

/**
 * Holds entities, snapshot and migrations to one another: npm run orm writes migrations/.snapshot.json from the
 * entities; orm:check looks whether it is fresh, and whether a database that went through all migrations is what the
 * entities say.
 */

/** Constraints and indexes that only migrations can say, and the ORM would therefore drop. */
const BY_HAND = `
  select format('drop index "%s"', c.relname) as statement from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where a.amname <> 'btree' or i.indpred is not null or i.indexprs is not null or i.indnatts > i.indnkeyatts
  union all
  select format('alter table "%s" drop constraint "%s"', conrelid::regclass, conname) from pg_constraint
    where contype in ('c', 'x')`;

/** What entities never have. A table without an entity is named in the ORM's options instead. */
const OF_MIGRATIONS = /^drop (trigger|function|view|policy) |^alter table \S+ disable row level security;$/;

/** The statements that would make a migrated database into what the entities say. */
async function differences(orm: MikroORM): Promise<string[]> {
  const update = await orm.schema.getUpdateSchemaSQL({ safe: false, wrap: false });
  const byHand = await orm.em.getConnection().execute<{ statement: string }[]>(BY_HAND);
  const expected = new Set(byHand.map(({ statement }) => `${statement};`));
  return update
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !OF_MIGRATIONS.test(line) && !expected.has(line));
}

const folder = await mkdtemp(join(tmpdir(), 'dangbo-orm-'));
const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
const orm = await openOrm(server.url);
try {
  await keepGenerated('migrations/.snapshot.json', JSON.stringify(orm.schema.getTargetSchema()), 'orm');
  await migrateUp(orm);
  const found = await differences(orm);
  if (found.length > 0) {
    process.stderr.write(`the entities want what no migration does:\n${found.join('\n')}\n`);
    process.exitCode = 1;
  }
} finally {
  await orm.close(true);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
