import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { EmbeddedPostgresError } from './error.ts';
import { choosePort } from './port.ts';
import { disownLock, isServerOf, readPostmaster } from './postmaster.ts';

/** Server settings by their PostgreSQL names. */
export type Settings = Readonly<Record<string, string | number>>;

/** What a server is started from. */
export interface Launch {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly cluster: Cluster;
  readonly settings: Settings;
  readonly environment: Readonly<Record<string, string>>;
  /** Where the server's own messages go. */
  readonly logFile: string;
}

/** Long enough for a recovery after a crash in the middle of a large import. */
const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 20;

/**
 * Brings the cluster's server up: adopts it if it runs, starts it otherwise, and waits while another process starts
 * or stops it.
 * @returns the port it listens on, and whether it was found running
 * @throws EmbeddedPostgresError with PostgreSQL's own reason if it does not start
 */
export async function bringUp(launch: Launch): Promise<{ port: number; adopted: boolean }> {
  const cluster = launch.cluster.path;
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const lock = await readPostmaster(cluster);
    if (lock !== undefined && isServerOf(cluster, lock.pid)) {
      if (lock.status === 'ready') return { port: lock.port, adopted: true };
      await sleep(LOOK_EVERY_MS);
      continue;
    }
    if (lock !== undefined) await disownLock(cluster);
    const port = await launchOnce(launch, giveUpAt);
    if (port !== undefined) return { port, adopted: false };
  }
  throw new EmbeddedPostgresError(
    `the embedded PostgreSQL was not ready after ${PATIENCE_MS / 1000} s: see ${launch.logFile}`,
  );
}

/** Undefined if somebody else was quicker: the server is theirs, and is to be adopted. */
async function launchOnce(launch: Launch, giveUpAt: number): Promise<number | undefined> {
  const port = await choosePort(launch.cluster.path);
  const child = await spawnServer(launch, port);
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null || child.signalCode !== null) return explainExit(launch);
    const lock = await readPostmaster(launch.cluster.path);
    if (lock?.pid === child.pid && lock?.status === 'ready') return port;
    await sleep(LOOK_EVERY_MS);
  }
  return undefined;
}

/** Reasons that pass: survivors of a server that was killed, and a port that was taken between our look and its. */
const PASSING = /pre-existing shared memory block|could not create any TCP\/IP sockets/;

async function explainExit(launch: Launch): Promise<undefined> {
  const lock = await readPostmaster(launch.cluster.path);
  if (lock !== undefined && isServerOf(launch.cluster.path, lock.pid)) return undefined;
  const reason = lastReason(await readFile(launch.logFile, 'utf8'));
  if (PASSING.test(reason)) {
    await sleep(LOOK_EVERY_MS);
    return undefined;
  }
  throw new EmbeddedPostgresError(`the embedded PostgreSQL did not start: ${reason} (${launch.logFile})`);
}

function lastReason(log: string): string {
  const line = log
    .trim()
    .split('\n')
    .findLast((text) => text.includes('FATAL:'));
  return line?.split('FATAL:')[1]?.trim() ?? 'no reason given';
}

/**
 * The server gets a process group of its own: Ctrl-C in a terminal goes to the whole group, and it must outlive the
 * requests that are still being answered.
 */
async function spawnServer(launch: Launch, port: number): Promise<ChildProcess> {
  const settings = { ...launch.settings, port };
  const { file, args } = launch.account.wrap(launch.binaries.postgres, [
    '-D',
    launch.cluster.path,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const log = await open(launch.logFile, 'a', 0o600);
  try {
    const child = spawn(file, args, {
      ...launch.account.spawn,
      cwd: '/',
      env: { LC_ALL: 'C', ...launch.environment },
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}
