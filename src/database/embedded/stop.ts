import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './error.ts';
import { isServerOf, readPostmaster } from './postmaster.ts';

const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 10;

/**
 * Stops the server of a cluster: its connections are closed and open transactions rolled back. If that takes too long
 * it is stopped at once, and recovers at its next start without losing what was committed.
 */
export async function stopServer(cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (await stopWith(signal, cluster)) return;
  }
  throw new EmbeddedPostgresError(`the embedded PostgreSQL on ${cluster} does not stop`);
}

async function stopWith(signal: NodeJS.Signals, cluster: string): Promise<boolean> {
  const lock = await readPostmaster(cluster);
  if (lock === undefined || !isServerOf(cluster, lock.pid)) return true;
  process.kill(lock.pid, signal);
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    if (!isServerOf(cluster, lock.pid)) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}
