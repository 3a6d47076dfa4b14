import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { askAt } from '../support/server.ts';

const ROOT = join(import.meta.dirname, '../..');

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

test('one command starts both subgraphs and a gateway, asks across them, serves GraphiQL, and stops at Ctrl-C', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/federation.ts'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: '0', DATABASE_URL: database.url, DANGBO_SCALE: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = '';
  const gateway = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      const url = /The gateway is ready: (\S+)/.exec(written)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`ended before it was ready: ${written}`)));
  });
  expect(written).toMatch(/Xã Quế Xuân 1 +VN-2024 20644 +222 +7,300 +30\.4/);
  const { data } = await askAt(
    gateway,
    '{ mostPopulousUnits(codeList: "VN-2025", year: 2025, first: 1) { organization { code } } }',
  );
  expect(data).toEqual({ mostPopulousUnits: [{ organization: { code: '2025-X20641' } }] });
  const page = await fetch(gateway, { headers: { accept: 'text/html' }, redirect: 'manual' });
  expect([page.status, page.headers.get('location')]).toEqual([302, '/graphiql/']);
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
}, 90_000);
