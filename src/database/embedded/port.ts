import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/**
 * The port that the cluster's server had last, so that those who were connected find it again after a crash; another
 * free one if that is taken, or there was none.
 */
export async function choosePort(cluster: string): Promise<number> {
  const last = lastPort(await readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(() => ''));
  let port = last ?? anyPort();
  while (!(await isFree(port))) port = anyPort();
  return port;
}

/** Below the ports that systems hand out to outgoing connections, one of which could take ours during a restart. */
const anyPort = (): number => randomInt(15_000, 30_000);

/** The port in the command line that PostgreSQL notes at each start. */
export function lastPort(commandLine: string): number | undefined {
  const digits = /"port=(\d+)"/.exec(commandLine)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return true;
  } catch {
    return false;
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}
