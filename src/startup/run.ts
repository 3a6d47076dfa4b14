import type { MikroORM } from '@mikro-orm/postgresql';
import { loadSeeds } from '../../seeds/index.ts';
import type { Config } from '../config.ts';
import { openDemoSignIn } from '../access/sign-in/demo-sign-in.ts';
import { openSignIn } from '../access/sign-in/open-sign-in.ts';
import { alone } from '../database/alone.ts';
import { distribute } from '../database/distribution/distribute.ts';
import { migrateUp, openOrm } from '../database/orm.ts';
import { startServer } from '../server/start-server.ts';
import type { Lifetime } from './lifetime.ts';
import type { Progress } from './progress.ts';
import { ensureRegister, isMadeUp } from './register.ts';

/**
 * From a database, whatever is in it, to a server that answers: tables, data, server.
 * @param url address of the database
 * @returns address of the GraphQL endpoint
 */
export async function run(url: string, config: Config, life: Lifetime, progress: Progress): Promise<string> {
  const orm = await life.open(
    () => openOrm(url),
    (opened) => opened.close(true),
  );
  await prepare(orm, url, config, progress);
  const signIn = await openSignIn(config);
  const demoSignIn = openDemoSignIn(config);
  const madeUp = (): Promise<boolean> => isMadeUp(orm);
  const server = await life.open(
    () => startServer({ config, orm, signIn, demoSignIn, madeUp, log: { level: config.logLevel } }),
    (started) => started.stop(),
  );
  return server.url;
}

/** Makes the database ready, for the processes that answer from it. */
export async function prepareDatabase(url: string, config: Config, life: Lifetime, progress: Progress): Promise<void> {
  const orm = await life.open(
    () => openOrm(url),
    (opened) => opened.close(true),
  );
  await prepare(orm, url, config, progress);
}

/** Tables and data: of several instances that start at once, one does it, and the others find it done. */
async function prepare(orm: MikroORM, url: string, config: Config, progress: Progress): Promise<void> {
  progress.show('bringing the tables up to date');
  await alone(url, async () => {
    await migrateUp(orm);
    if (config.distributed === 'citus') await distribute(url);
    progress.show('looking at the data');
    await loadSeeds(orm, { onProgress: (text) => progress.show(text) });
    await ensureRegister(orm, url, config.scale, progress);
  });
}
