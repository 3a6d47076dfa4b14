import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../src/database/embedded/postmaster.ts';
import type { EmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { stopServer } from '../../src/database/embedded/stop.ts';

/** What globalSetup leaves for globalTeardown. */
export interface Run {
  readonly folder: string;
  readonly server: EmbeddedPostgres;
}

const holder = globalThis as { dangboTestRun?: Run };

/** Keeps the run for the teardown, and its address for the workers, which inherit the environment. */
export function setRun(run: Run): void {
  holder.dangboTestRun = run;
  process.env['DANGBO_TEST_SERVER'] = run.server.url;
}

/** The run that globalSetup started. */
export function getRun(): Run {
  if (holder.dangboTestRun === undefined) throw new Error('globalSetup has not run');
  return holder.dangboTestRun;
}

/** Stops and removes what test runs that were killed left behind. */
export async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^dangbo-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    await stopServer(join(folder, 'postgres', 'cluster')).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}
