import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSignIn } from '../../src/access/sign-in/open-sign-in.ts';
import { readConfig } from '../../src/config.ts';

/** npm run token, in a process of its own, beside a server's sign-in over the same data folder. */
const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dangbo-token-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

async function token(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<string> {
  const env = { PATH: process.env['PATH'], DANGBO_DATA_DIR: dataDir, ...settings };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'scripts/token.ts', ...args], { cwd: ROOT, env });
  return stdout.trim();
}

test('prints a token that a server with the same data folder takes, with a key for its owner alone', async () => {
  const authorization = `Bearer ${await token(['--role', 'officer', '--unit', 'H509'])}`;
  const signIn = await openSignIn(readConfig({ DANGBO_DATA_DIR: dataDir }));
  expect(await signIn.viewerOf(authorization)).toEqual({ role: 'OFFICER', subject: 'demonstration', unit: 'H509' });
  const file = join(dataDir, 'demo-key.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const kept = await readFile(file, 'utf8');
  await token(['--role', 'analyst']);
  expect(await readFile(file, 'utf8')).toBe(kept);
  const inProduction = await openSignIn(readConfig({ DANGBO_DATA_DIR: dataDir, NODE_ENV: 'production' }));
  await expect(inProduction.viewerOf(authorization)).rejects.toThrow(/takes the tokens of none/);
});

test.each<[readonly string[], Record<string, string>, RegExp]>([
  [['--role', 'administrator'], { NODE_ENV: 'production' }, /no tokens are made in production/],
  [['--role', 'king'], {}, /usage/],
  [['--role', 'officer'], {}, /an officer has a --unit/],
  [['--rolle', 'officer'], {}, /^usage: .*\nUnknown option/],
  [
    ['--role', 'analyst'],
    { AUTH_JWKS_URL: 'https://keys.example/', AUTH_ISSUER: 'i', AUTH_AUDIENCE: 'a' },
    /unset AUTH_JWKS_URL/,
  ],
])('%j with %j is refused in words', async (args, settings, message) => {
  await expect(token(args, settings)).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(message) as string,
  });
});

test('says how it is used', async () => {
  expect(await token(['--help'])).toMatch(/^usage: npm run -s token -- --role public/);
});
