import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readPostmaster } from '../../src/database/embedded/postmaster.ts';
import type { World } from './world.ts';

/** Something that is broken on purpose, while clients ask and change. */
export interface Breakage {
  readonly name: string;
  /** @param times how often */
  happen(world: World, times: number): Promise<void>;
}

async function on(world: World, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: world.postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  await run(client).finally(() => client.end().catch(() => undefined));
}

const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where pid <> pg_backend_pid() and application_name <> 'dangbo presence' and datname = current_database()`;

async function stopAtOnce(world: World, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    await sleep(500);
    const postmaster = await readPostmaster(world.cluster);
    if (postmaster?.status === 'ready') process.kill(postmaster.pid, 'SIGQUIT');
    await sleep(2_500);
  }
}

async function cutConnections(world: World, times: number): Promise<void> {
  for (let round = 0; round < 4 * times; round += 1) {
    await sleep(250);
    await on(world, (client) => client.query(CUT));
  }
}

async function takeConnections(world: World, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    await sleep(500);
    await on(world, async (client) => {
      await client.query('begin; lock table journal in access exclusive mode');
      await sleep(1_000);
      await client.query('rollback');
    });
  }
  await sleep(200);
}

export const BREAKAGES: readonly Breakage[] = [
  { name: 'PostgreSQL stopped at once (-m immediate), and started again by itself', happen: stopAtOnce },
  { name: 'all connections cut in the middle of answers', happen: cutConnections },
  { name: 'every connection of the pools taken by statements that wait for a lock', happen: takeConnections },
];
