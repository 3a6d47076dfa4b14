import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `postmaster.pid` says of the server that runs, or ran, on a cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
}

/** Reads the lines of a `postmaster.pid`; undefined while it is only half written. */
export function parsePostmaster(text: string): Postmaster | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const status = lines[7];
  if (!(pid > 0) || !(port > 0)) return undefined;
  // One that follows another server says so once it can be read from.
  if (status === 'standby') return { pid, port, status: 'ready' };
  if (status !== 'ready' && status !== 'stopping') return { pid, port, status: 'starting' };
  return { pid, port, status };
}

/** The lock file's content, or undefined where there is none: the server was stopped cleanly or never ran. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  try {
    return parsePostmaster(await readFile(lockFile(cluster), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Is there a process of this id? A process of another user counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Is the process of this id really the server of this cluster? After kill -9 the lock file stays behind, and its
 * number may by now belong to anyone. Where command lines cannot be read (no /proc), a living process is believed.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

/**
 * Lets PostgreSQL start although a stranger now has the dead server's process id. PostgreSQL takes a lock file that
 * names its own parent as stale, and still checks the shared memory named in it for survivors of the dead server,
 * which it could not if the file were deleted.
 */
export async function disownLock(cluster: string): Promise<void> {
  const lines = (await readFile(lockFile(cluster), 'utf8')).split('\n');
  await writeFile(lockFile(cluster), [process.pid, ...lines.slice(1)].join('\n'));
}

const lockFile = (cluster: string): string => join(cluster, 'postmaster.pid');
