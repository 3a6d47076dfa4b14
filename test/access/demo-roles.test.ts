import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDemoSignIn } from '../../src/access/sign-in/demo-sign-in.ts';
import { openSignIn } from '../../src/access/sign-in/open-sign-in.ts';
import { readConfig } from '../../src/config.ts';
import type { TestServer } from '../support/server.ts';
import { askAt, startTestServer } from '../support/server.ts';
import { signedToken } from '../support/tokens.ts';

/** Roles chosen in the browser: for a demonstration on this machine, and for nothing else. */
describe('roles are offered', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dangbo-roles-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  test('where nothing is set, and their tokens are taken there', async () => {
    const config = readConfig({ DANGBO_DATA_DIR: dataDir });
    const demo = openDemoSignIn(config);
    const token = await demo?.({ role: 'officer', unit: 'H509' });
    const signIn = await openSignIn(config);
    expect(await signIn.viewerOf(`Bearer ${token}`)).toEqual({
      role: 'OFFICER',
      subject: 'demonstration',
      unit: 'H509',
    });
  });

  test.each<[string, Record<string, string>]>([
    ['in production', { NODE_ENV: 'production' }],
    ['beside an issuer’s keys', { AUTH_JWKS_FILE: '/keys.json', AUTH_ISSUER: 'i', AUTH_AUDIENCE: 'a' }],
    ['beside an issuer’s address', { AUTH_JWKS_URL: 'https://k.example/', AUTH_ISSUER: 'i', AUTH_AUDIENCE: 'a' }],
    ['to other machines', { HOST: '0.0.0.0' }],
    ['to a name that may be anywhere', { HOST: 'localhost.example' }],
    ['over a database that somebody brought', { DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/c' }],
  ])('never %s', (_, settings) => {
    expect(openDemoSignIn(readConfig({ DANGBO_DATA_DIR: dataDir, ...settings }))).toBeUndefined();
  });

  test.each([
    [{ role: 'king' }, /a `role` out of public, analyst, officer, administrator/],
    [{ role: 'officer' }, /a `unit` with the role officer/],
    [{ role: 'administrator', unit: 'H509' }, /a `unit` with the role officer/],
  ])('and %j is none of them', async (asked, message) => {
    const demo = openDemoSignIn(readConfig({ DANGBO_DATA_DIR: dataDir }));
    await expect(demo?.(asked)).rejects.toThrow(message);
  });
});

describe('over HTTP', () => {
  let server: TestServer;
  let without: TestServer;
  beforeAll(async () => {
    [server, without] = await Promise.all([
      startTestServer({ demoSignIn: (asked) => signedToken({ ...asked }) }),
      startTestServer(),
    ]);
  });
  afterAll(() => Promise.all([server.stop(), without.stop()]));

  interface Answered {
    readonly status: number;
    readonly headers: NodeJS.Dict<string | string[]>;
    readonly body: { token?: string; roles?: boolean; errors?: { extensions: { code: string } }[] };
  }

  /** With every header as it is given: fetch would not let a page's own be written. */
  async function send(method: 'GET' | 'POST', headers: Record<string, string>, body: unknown, at = server) {
    const path = method === 'GET' ? '/graphiql/sign-in' : '/graphiql/sign-in/token';
    return new Promise<Answered>((resolve, reject) => {
      const sent = request(new URL(path, at.url), { method, headers }, (response) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: JSON.parse(text) as Answered['body'],
          }),
        );
      });
      sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  const ownPage = (at = server): Record<string, string> => ({
    origin: new URL(at.url).origin,
    'content-type': 'application/json',
  });
  const ADMINISTRATOR = { role: 'administrator' };

  test('the page of this server gets a token, which no cache keeps, and is who it asked to be', async () => {
    expect((await send('GET', {}, undefined)).body).toEqual({ roles: true });
    const { status, headers, body } = await send('POST', ownPage(), { role: 'officer', unit: 'H509' });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
    const members = '{ organization(code: "H509") { ... on District { code } } reports(first: 1) { totalCount } }';
    expect((await askAt(server.url, members)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await askAt(server.url, members, {}, body.token)).errors).toBeUndefined();
  });

  test.each<[string, (own: Record<string, string>) => Record<string, string>]>([
    ['a page of another site', (own) => ({ ...own, origin: 'https://elsewhere.example' })],
    ['a page of another port', (own) => ({ ...own, origin: 'http://127.0.0.1:1' })],
    ['a page without an origin of its own', (own) => ({ ...own, origin: 'null' })],
    ['no page at all', ({ 'content-type': type = '' }) => ({ 'content-type': type })],
    [
      'a name of somebody else’s that leads here',
      (own) => ({ ...own, host: 'rebound.example', origin: 'http://rebound.example' }),
    ],
    ['a proxy', (own) => ({ ...own, 'x-forwarded-for': '203.0.113.9' })],
    ['a proxy that says so in the standard’s way', (own) => ({ ...own, forwarded: 'for=203.0.113.9' })],
  ])('%s finds no such path', async (_, headers) => {
    const { status, body } = await send('POST', headers(ownPage()), ADMINISTRATOR);
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 404, code: 'PATH_UNKNOWN' });
    expect(JSON.stringify(body)).not.toContain('token');
  });

  test('a form, which needs no leave of the browser’s, is not read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const { status, body } = await send('POST', { ...ownPage(), 'content-type': type }, ADMINISTRATOR);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.token).toBeUndefined();
    }
  });

  test.each([
    [{ role: 'officer', unit: 'NOPE' }, 'ORGANIZATION_UNKNOWN'],
    [{ role: 7 }, 'INPUT_INVALID'],
    [[], 'INPUT_INVALID'],
    [{ role: 'officer', unit: { $ne: '' } }, 'INPUT_INVALID'],
  ])('%j is refused with %s', async (asked, code) => {
    const { status, body } = await send('POST', ownPage(), asked);
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 400, code });
  });

  test('where no roles are offered the page is told so, and there is no path for tokens', async () => {
    expect((await send('GET', {}, undefined, without)).body).toEqual({ roles: false });
    const { status, body } = await send('POST', ownPage(without), ADMINISTRATOR, without);
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 404, code: 'PATH_UNKNOWN' });
  });

  test('a name of somebody else’s is not told of roles', async () => {
    expect((await send('GET', { host: 'rebound.example' }, undefined)).body).toEqual({ roles: false });
  });
});
