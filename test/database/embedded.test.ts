import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isServerOf, readPostmaster } from '../../src/database/embedded/postmaster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { stopServer } from '../../src/database/embedded/stop.ts';

/** All tests but the first work on the same data, as the starts on one machine do; the first makes them. */
let folder: string;
let dataDir: string;
let cluster: string;
const held: ChildProcess[] = [];
const started: EmbeddedPostgres[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangbo-embedded-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'postgres');
  cluster = join(dataDir, 'cluster');
});

afterEach(async () => {
  held.splice(0).forEach((child) => child.kill('SIGKILL'));
  await Promise.all(started.splice(0).map((server) => server.stop()));
  await stopServer(cluster);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable: true });
  started.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The rows that were committed since the last time, the oldest first. */
async function kept(url: string): Promise<string[]> {
  const rows = await ask(url, 'with taken as (delete from kept returning *) select * from taken');
  return rows.map((row) => (row as { text: string }).text);
}

/** Asks until there is an answer. The time limit of the test is its only end. */
async function firstAnswer(url: string): Promise<unknown[]> {
  for (;;) {
    const rows = await ask(url, 'select 1 as one').catch(() => undefined);
    if (rows !== undefined) return rows;
    await sleep(20);
  }
}

async function serverPid(): Promise<number> {
  const lock = await readPostmaster(cluster);
  if (lock === undefined) throw new Error('no server runs');
  return lock.pid;
}

async function killServer(): Promise<number> {
  const pid = await serverPid();
  process.kill(pid, 'SIGKILL');
  while (isServerOf(cluster, pid)) await sleep(5);
  return pid;
}

/** Another process that starts the server and commits a row. */
async function hold(text: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '../support/hold-embedded.ts');
  const child = spawn(process.execPath, [script, dataDir, text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  held.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('two first starts at once share one server, and the last to leave stops it', async () => {
  const abandoned = join(dataDir, 'draft-4194305-0a');
  await mkdir(abandoned, { recursive: true });
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.url).toBe(other.url);
  expect([one.adopted, other.adopted].sort()).toEqual([false, true]);
  await expect(stat(abandoned)).rejects.toThrow('ENOENT');

  expect(await one.stop()).toEqual({ stopped: false });
  expect(await ask(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await other.stop()).toEqual({ stopped: true });
  expect(await readPostmaster(cluster)).toBeUndefined();
});

test('what was committed is there at the next start, and a clean stop leaves no process', async () => {
  const first = await start();
  await ask(first.url, `create table kept as select 'a' as text`);
  const pid = await serverPid();
  expect(await first.stop()).toEqual({ stopped: true });
  expect(isServerOf(cluster, pid)).toBe(false);

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await kept(second.url)).toEqual(['a']);
});

test('a server whose starter was killed is adopted', async () => {
  await kill(await hold('a'));
  const next = await start();
  expect(next.adopted).toBe(true);
  expect(await kept(next.url)).toEqual(['a']);
  expect(await next.stop()).toEqual({ stopped: true });
});

test('after kill -9 of everything no committed row is lost', async () => {
  await kill(await hold('a'));
  await killServer();
  await kill(await hold('b'));
  await killServer();
  const next = await start();
  expect(next.adopted).toBe(false);
  expect(await kept(next.url)).toEqual(['a', 'b']);
});

test('a stranger that got the dead server’s process id is not in the way', async () => {
  await kill(await hold('a'));
  const pid = await killServer();
  const stranger = spawn('sleep', ['60'], { uid: (await stat(cluster)).uid });
  held.push(stranger);
  const lockFile = join(cluster, 'postmaster.pid');
  const lock = await readFile(lockFile, 'utf8');
  await writeFile(lockFile, lock.replace(String(pid), String(stranger.pid)));

  const next = await start();
  expect(next.adopted).toBe(false);
  expect(await kept(next.url)).toEqual(['a']);
  expect(stranger.exitCode).toBeNull();
});

test('a server that dies under us comes back at the same address', async () => {
  const server = await start();
  await killServer();
  await expect(ask(server.url, 'select 1')).rejects.toThrow();
  expect(await firstAnswer(server.url)).toEqual([{ one: 1 }]);
  expect(await server.stop()).toEqual({ stopped: true });
});

test('works in a folder that only its owner may enter', async () => {
  await chmod(folder, 0o700);
  const server = await start();
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  await chmod(folder, 0o755);
  expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('only the password opens it, and only its owner can read that', async () => {
  const { url } = await start();
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect((await stat(join(cluster, 'dangbo.password'))).mode & 0o777).toBe(0o600);
});

test('a folder that cannot be used is said in one line', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  await expect(startEmbeddedPostgres({ dataDir: file, durable: true })).rejects.toThrow(
    /^the data folder .+ cannot be used: EEXIST[^\n]*$/,
  );
});

test('PostgreSQL’s own reason is passed on', async () => {
  await expect(startEmbeddedPostgres({ dataDir, durable: true, settings: { shared_buffers: 'much' } })).rejects.toThrow(
    /^the embedded PostgreSQL did not start: invalid value for parameter "shared_buffers": "much" \(/,
  );
});
