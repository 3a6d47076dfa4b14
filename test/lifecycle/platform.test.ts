import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPostmaster } from '../../src/database/embedded/postmaster.ts';
import { stopServer } from '../../src/database/embedded/stop.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { type Answer, post } from '../support/server.ts';

let folder: string;
let cluster: string;
const started: Platform[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangbo-platform-'));
  await chmod(folder, 0o755);
  cluster = join(folder, 'postgres/cluster');
});

afterEach(async () => {
  for (const { process, ended } of started.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
});

afterAll(async () => {
  await stopServer(cluster);
  await rm(folder, { recursive: true, force: true });
});

function start(settings: Readonly<Record<string, string>> = {}): Platform {
  const platform = startPlatform({ DANGBO_DATA_DIR: folder, DANGBO_SCALE: 'none', ...settings });
  started.push(platform);
  return platform;
}

const askNation = (url: string): Promise<Answer<unknown>> =>
  post(url, { query: '{ organization(code: "VN") { code } }' });
const NATION = { data: { organization: { code: 'VN' } } };

async function stop(platform: Platform, signal: NodeJS.Signals): Promise<unknown> {
  platform.process.kill(signal);
  return (await platform.ended).code;
}

test('a first start makes everything, a second one finds it, and both signals stop it cleanly', async () => {
  const first = start();
  expect(await askNation(await first.ready)).toEqual(NATION);
  expect(await stop(first, 'SIGINT')).toBe(0);
  expect(await readPostmaster(cluster)).toBeUndefined();

  const second = start();
  expect(await askNation(await second.ready)).toEqual(NATION);
  expect(await stop(second, 'SIGTERM')).toBe(0);
  expect(await readPostmaster(cluster)).toBeUndefined();
}, 120_000);

test('a database that goes away is said per question, and asked again when it is back', async () => {
  const platform = start();
  const url = await platform.ready;
  expect(await askNation(url)).toEqual(NATION);
  process.kill((await readPostmaster(cluster))?.pid ?? 0, 'SIGKILL');

  const away = await askNation(url);
  expect(away.errors?.map(({ extensions }) => extensions['code'])).toEqual(['DATABASE_UNAVAILABLE']);
  let answer = away;
  while (answer.errors !== undefined) answer = await askNation(url);
  expect(answer).toEqual(NATION);
}, 120_000);

test('after kill -9 the next start takes over; a third on the same port is told so in one line', async () => {
  const killed = start();
  await killed.ready;
  killed.process.kill('SIGKILL');
  await killed.ended;

  const next = start();
  const url = await next.ready;
  const { port } = new URL(url);
  const { code, err } = await start({ PORT: port }).ended;
  expect({ code, err }).toEqual({
    code: 1,
    err: `dangbo cannot start: PORT ${port} is taken: stop what listens on 127.0.0.1:${port}, or set PORT to another\n`,
  });
  expect(await askNation(url)).toEqual(NATION);
  expect(await stop(next, 'SIGINT')).toBe(0);
  expect(await readPostmaster(cluster)).toBeUndefined();
}, 120_000);

test('DATABASE_URL is used, and no embedded server started', async () => {
  const database = await createTestDatabase();
  const dataDir = join(folder, 'unused');
  const platform = start({ DATABASE_URL: database.url, DANGBO_DATA_DIR: dataDir });
  expect(await askNation(await platform.ready)).toEqual(NATION);
  expect(await stop(platform, 'SIGTERM')).toBe(0);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  await database.drop();
}, 120_000);

test('a wrong setting is said in one line', async () => {
  const wrong: [Record<string, string>, string][] = [
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, but is "abc"'],
    [
      { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x' },
      'DATABASE_URL names a database that cannot be used: connect ECONNREFUSED 127.0.0.1:1',
    ],
  ];
  const ends = await Promise.all(wrong.map(([settings]) => start(settings).ended));
  expect(ends).toEqual(
    wrong.map(([, message]) => ({
      code: 1,
      out: expect.any(String) as string,
      err: `dangbo cannot start: ${message}\n`,
    })),
  );
});
