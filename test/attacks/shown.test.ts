import { createTestDatabase } from '../support/database.ts';
import type { Platform } from '../support/platform.ts';
import { startPlatform } from '../support/platform.ts';
import { exchange, JSON_HEADERS } from './support/attack.ts';

/** What a server shows of itself, by its settings. */
const started: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of started.splice(0)) await stop();
});

async function start(settings: Readonly<Record<string, string>>): Promise<{ url: string; platform: Platform }> {
  const database = await createTestDatabase();
  const platform = startPlatform({ DANGBO_SCALE: 'none', DATABASE_URL: database.url, ...settings });
  started.push(async () => {
    platform.process.kill('SIGTERM');
    await platform.ended;
    await database.drop();
  });
  return { url: await platform.ready, platform };
}

const SCHEMA = '{ __schema { queryType { name } } }';
const TYPE = '{ __type(name: "Member") { name } }';
const SERVICE = '{ _service { sdl } }';
const MISSPELT = '{ nation { cod } }';
const WRONG_VALUE = 'query ($kinds: [OrganizationKind!]) { nation { children(kinds: $kinds) { totalCount } } }';

const asked = async (url: string, query: string, variables: object = {}): Promise<string> =>
  (await exchange(url, { headers: JSON_HEADERS, body: JSON.stringify({ query, variables }) })).text;
const page = async (url: string, path: string): Promise<number> =>
  (await exchange(new URL(path, url).href, { method: 'GET' })).status;

test('in production neither the schema, nor names of it, nor pages', async () => {
  const { url } = await start({ NODE_ENV: 'production' });
  for (const query of [SCHEMA, TYPE, SERVICE]) {
    const text = await asked(url, query);
    expect(text).toMatch(/"code":"(GRAPHQL_VALIDATION_FAILED|FORBIDDEN)"/);
    expect(text).not.toContain('"data":{');
  }
  for (const text of [await asked(url, MISSPELT), await asked(url, WRONG_VALUE, { kinds: ['CEL'] })]) {
    expect(text).toContain('"code"');
    expect(text).not.toContain('Did you mean');
  }
  for (const path of ['/', '/graphiql/', '/graphiql/index.html']) expect(await page(url, path)).toBe(404);
  expect(await asked(url, '{ nation { code } __typename }')).toContain('"VN"');
}, 60_000);

test('elsewhere all of it, and in production too where it is set; other sites by name alone', async () => {
  const shown = { DANGBO_INTROSPECTION: 'on', DANGBO_SUGGESTIONS: 'on', DANGBO_GRAPHIQL: 'on' };
  const { url } = await start({ NODE_ENV: 'production', DANGBO_CORS_ORIGINS: 'https://app.example', ...shown });
  expect(await asked(url, SCHEMA)).toContain('"Query"');
  expect(await asked(url, SERVICE)).toContain('@link');
  expect(await asked(url, MISSPELT)).toContain('Did you mean');
  expect(await page(url, '/')).toBe(200);

  const preflight = async (origin: string) =>
    exchange(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
  expect((await preflight('https://app.example')).headers['access-control-allow-origin']).toBe('https://app.example');
  expect((await preflight('https://elsewhere.example')).headers['access-control-allow-origin']).toBeUndefined();
}, 60_000);
