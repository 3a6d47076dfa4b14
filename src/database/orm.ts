import { MikroORM } from '@mikro-orm/postgresql';
import { outliveBrokenConnections } from './app-pool.ts';
import { ormOptions } from './orm-options.ts';

/** Opens the ORM on a database. Nothing is asked of the database yet. */
export async function openOrm(url: string): Promise<MikroORM> {
  const orm = await MikroORM.init(ormOptions(url));
  outliveBrokenConnections(await orm.em.getConnection().getNativeClient());
  return orm;
}

/** An advisory lock, so that instances which start at once migrate one after the other. */
const MIGRATION_LOCK = 7_203_914;

/** Brings the database up to the newest migration. Does nothing where it is there already. */
export async function migrateUp(orm: MikroORM): Promise<void> {
  const connection = orm.em.getConnection();
  await connection.transactional(async (lock) => {
    await connection.execute(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`, [], 'run', lock);
    await orm.migrator.up();
  });
}
