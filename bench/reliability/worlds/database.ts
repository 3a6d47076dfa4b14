import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import type { Breakage } from '../world.ts';
import { on, oneServer } from './one-server.ts';

/** Stops a server as -m immediate does: it has no time to end anything, and recovers at its next start. */
export async function stopAtOnce(cluster: string): Promise<void> {
  const postmaster = await readPostmaster(cluster);
  if (postmaster?.status === 'ready') process.kill(postmaster.pid, 'SIGQUIT');
  // It is gone a moment later; until then it seems to be there.
  await sleep(300);
}

const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where pid <> pg_backend_pid() and application_name <> 'dangbo presence' and datname = current_database()`;

const CUTS = 4;

/** What happens to PostgreSQL and to the connections to it. */
export const OF_THE_DATABASE: readonly Breakage[] = [
  {
    name: 'PostgreSQL stopped at once (-m immediate), and started again by itself',
    open: () => oneServer({ breakOnce: ({ cluster }) => stopAtOnce(cluster) }),
  },
  {
    name: `all connections cut in the middle of answers, ${CUTS} times each time`,
    open: () =>
      oneServer({
        breakOnce: async ({ postgres }) => {
          for (let cut = 0; cut < CUTS; cut += 1) {
            await on(postgres.url, (client) => client.query(CUT));
            await sleep(150);
          }
        },
      }),
  },
  {
    name: 'every connection of the pools taken by statements that wait for a lock',
    open: () =>
      oneServer({
        breakOnce: ({ postgres }) =>
          on(postgres.url, async (client) => {
            await client.query('begin; lock table journal in access exclusive mode');
            await sleep(1_000);
            await client.query('rollback');
          }),
      }),
  },
];
