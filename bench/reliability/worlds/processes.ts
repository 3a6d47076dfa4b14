import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedPostgresOptions } from '../../../src/database/embedded/server.ts';
import { demoKey, signDemoToken } from '../../../src/access/sign-in/demo-key.ts';
import type { Platform } from '../../../test/support/platform.ts';
import { startPlatform } from '../../../test/support/platform.ts';
import { until } from '../run.ts';
import { makeFolder, startDatabase } from '../template.ts';
import type { Breakage, World } from '../world.ts';
import { on } from './one-server.ts';

/** Keeps a platform up, as a service manager does: whenever it ends, it is started again. */
class Kept {
  private isOver = false;
  private platform: Platform;

  constructor(private readonly settings: Readonly<Record<string, string>>) {
    this.platform = this.start();
  }

  get pid(): number {
    return this.platform.process.pid ?? 0;
  }

  ready(): Promise<string> {
    return this.platform.ready;
  }

  async end(): Promise<void> {
    this.isOver = true;
    this.platform.process.kill('SIGTERM');
    await this.platform.ended;
  }

  private start(): Platform {
    const platform = startPlatform(this.settings);
    void platform.ended.then(() => {
      if (!this.isOver) this.platform = this.start();
    });
    return platform;
  }
}

/**
 * A platform in processes of its own, as `npm start` starts it.
 * @param settings of the platform, beside the address of the database
 * @param options of the database
 */
export async function inProcesses(
  settings: Readonly<Record<string, string>>,
  breakOnce: (pid: number, database: string) => Promise<void>,
  options: Partial<EmbeddedPostgresOptions> = {},
  folder?: string,
): Promise<World> {
  const place = folder ?? (await makeFolder());
  const postgres = await startDatabase({ ...options, dataDir: join(place, 'postgres'), durable: true });
  const token = await signDemoToken(await demoKey(place), { subject: 'tester', role: 'ADMINISTRATOR' }, 12);
  const port = String(await freePort());
  const own = { DATABASE_URL: postgres.url, DANGBO_DATA_DIR: place, DANGBO_SCALE: 'none', PORT: port };
  const kept = new Kept({ ...own, ...settings });
  return {
    postgres,
    urls: [await kept.ready()],
    token,
    unexpected: () => [],
    breakOnce: () => breakOnce(kept.pid, postgres.url),
    end: async () => {
      await kept.end();
      await postgres.stop();
      await rm(place, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** The workers of a process. */
function workersOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  return children.filter((child) => {
    try {
      return readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('src/start.ts');
    } catch {
      return false;
    }
  });
}

const CONNECTED = `select count(distinct application_name)::int as count from pg_stat_activity
  where application_name = any($1)`;
const UNTIL_IT_LISTENS_MS = 1_500;

/** Both workers, once both answer again: at first they connect to the database, and a moment later they listen. */
async function bothWorkers(pid: number, database: string): Promise<number[]> {
  let workers: number[] = [];
  await until(async () => {
    workers = workersOf(pid);
    const names = workers.map((worker) => `dangbo worker ${worker}`);
    const { rows } = await on(database, (client) => client.query<{ count: number }>(CONNECTED, [names]));
    return rows[0]?.count === 2;
  }, 'both workers are there');
  await sleep(UNTIL_IT_LISTENS_MS);
  return workers;
}

const MOST_MS = 400;

async function killAtRandom(pid: number): Promise<void> {
  await sleep(Math.random() * MOST_MS);
  process.kill(pid, 'SIGKILL');
  await sleep(50);
}

/** Processes of the platform that are killed, whatever they are at: files, structure, figures taken in, members read. */
export const OF_PROCESSES: readonly Breakage[] = [
  {
    name: 'one of two workers killed at random (kill -9)',
    open: () =>
      inProcesses({ DANGBO_WORKERS: '2' }, async (pid, database) => {
        const workers = await bothWorkers(pid, database);
        await killAtRandom(workers[Math.floor(Math.random() * workers.length)] ?? 0);
      }),
  },
  { name: 'the only process killed at random (kill -9), and started again', open: () => inProcesses({}, killAtRandom) },
];
