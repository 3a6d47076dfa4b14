import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK, JWTPayload } from 'jose';
import { createLocalJWKSet, errors, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { openSignIn } from '../../src/access/sign-in/open-sign-in.ts';
import { SignIn } from '../../src/access/sign-in/sign-in.ts';
import type { AuthConfig } from '../../src/config.ts';
import { CodedError } from '../../src/errors/coded-error.ts';

/** Tokens of an issuer of one's own: what is taken, and everything that is not. */
const AUTH: AuthConfig = {
  jwksUrl: undefined,
  jwksFile: undefined,
  issuer: 'https://issuer.example',
  audience: 'dangbo',
  algorithms: ['ES256'],
  clockTolerance: 5,
};

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256' };
}
const publicSet = (...keys: JWK[]): string => JSON.stringify({ keys: keys.map(({ d: _, ...rest }) => rest) });
const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600;

interface Written {
  readonly claims?: JWTPayload;
  readonly key?: JWK;
  readonly header?: object;
}

let folder: string;
let file: string;
let key: JWK;
let stranger: JWK;
let signIn: SignIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangbo-sign-in-'));
  file = join(folder, 'keys.json');
  [key, stranger] = [await newKey('one'), await newKey('one')];
  await writeFile(file, publicSet(key));
  signIn = await openSignIn({ auth: { ...AUTH, jwksFile: file }, dataDir: folder, nodeEnv: 'production' });
});
afterAll(() => rm(folder, { recursive: true }));

async function token({ claims = {}, key: by = key, header = {} }: Written = {}): Promise<string> {
  const all = {
    sub: 'an',
    role: 'officer',
    unit: 'H509',
    iss: AUTH.issuer,
    aud: AUTH.audience,
    exp: inAnHour(),
    ...claims,
  };
  return new SignJWT(all)
    .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
    .sign(await importJWK(by, 'ES256'));
}

/** The code with which a header is refused; undefined if it is taken. */
async function codeOf(by: SignIn, authorization: string): Promise<string | undefined> {
  try {
    await by.viewerOf(authorization);
    return undefined;
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

test('no header is the public; a good token is whoever it says', async () => {
  expect(await signIn.viewerOf(undefined)).toEqual({ role: 'PUBLIC', subject: 'anonymous', unit: null });
  expect(await signIn.viewerOf(`Bearer ${await token()}`)).toEqual({ role: 'OFFICER', subject: 'an', unit: 'H509' });
  expect(await signIn.viewerOf(`bearer ${await token({ claims: { role: 'ADMINISTRATOR' } })}`)).toEqual({
    role: 'ADMINISTRATOR',
    subject: 'an',
    unit: null,
  });
});

const seconds = (ago: number): number => Math.floor(Date.now() / 1000) - ago;
test.each<[string, () => Written]>([
  ['another key under the same name', () => ({ key: stranger })],
  ['a key that is not there', () => ({ header: { kid: 'two' } })],
  ['an end that is over', () => ({ claims: { exp: seconds(60) } })],
  ['no end', () => ({ claims: { exp: undefined } })],
  ['a beginning to come', () => ({ claims: { nbf: seconds(-600) } })],
  ['another issuer', () => ({ claims: { iss: 'https://other.example' } })],
  ['another audience', () => ({ claims: { aud: 'others' } })],
  ['nobody', () => ({ claims: { sub: undefined } })],
  ['a name with a line break', () => ({ claims: { sub: 'a\nb' } })],
  ['no role', () => ({ claims: { role: undefined } })],
  ['an unknown role', () => ({ claims: { role: 'root' } })],
  ['a role that is a list', () => ({ claims: { role: ['officer'] } })],
  ['an officer of nothing', () => ({ claims: { unit: undefined } })],
  ['a unit that is no code', () => ({ claims: { unit: "H509' or true" } })],
])('a token with %s is refused', async (_, written) => {
  expect(await codeOf(signIn, `Bearer ${await token(written())}`)).toBe('UNAUTHENTICATED');
});

test('an end within the tolerance of clocks is taken', async () => {
  expect(await codeOf(signIn, `Bearer ${await token({ claims: { exp: seconds(2) } })}`)).toBeUndefined();
});

test('without a signature, with a secret in the place of a key, or changed, a token is refused', async () => {
  const good = await token();
  const [, body = '', signature = ''] = good.split('.');
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const secret = new TextEncoder().encode(publicSet(key));
  const hmac = await new SignJWT({
    sub: 'an',
    role: 'administrator',
    iss: AUTH.issuer,
    aud: AUTH.audience,
    exp: inAnHour(),
  })
    .setProtectedHeader({ alg: 'HS256', kid: 'one' })
    .sign(secret);
  const more = encode({ sub: 'an', role: 'administrator', iss: AUTH.issuer, aud: AUTH.audience, exp: inAnHour() });
  for (const bad of [
    `${encode({ alg: 'none' })}.${more}.`,
    hmac,
    `${encode({ alg: 'ES256', kid: 'one' })}.${more}.${signature}`,
    `${encode({ alg: 'ES256', kid: 'one', crit: ['x'], x: 1 })}.${body}.${signature}`,
    `${encode({ alg: 'ES256', jwk: stranger })}.${body}.${signature}`,
    good.slice(0, -8),
    'a.b.c',
    'x',
  ]) {
    expect([bad, await codeOf(signIn, `Bearer ${bad}`)]).toEqual([bad, 'UNAUTHENTICATED']);
  }
});

test.each(['', ' ', 'Bearer', 'Bearer ', 'Basic YTpi', 'Token x', 'Bearer a b'])(
  'the header %j is refused',
  async (header) => {
    expect(await codeOf(signIn, header)).toBe('UNAUTHENTICATED');
  },
);

test('keys are exchanged without a restart: the old one is without effect at once for tokens that are new', async () => {
  const path = join(folder, 'exchanged.json');
  await writeFile(path, publicSet(key));
  const by = await openSignIn({ auth: { ...AUTH, jwksFile: path }, dataDir: folder, nodeEnv: 'production' });
  const next = await newKey('two');
  const ofNext = await token({ key: next, header: { kid: 'two' } });
  expect(await codeOf(by, `Bearer ${ofNext}`)).toBe('UNAUTHENTICATED');
  await writeFile(path, publicSet(next));
  await utimes(path, new Date(), new Date(Date.now() + 5000));
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await codeOf(by, `Bearer ${ofNext}`)).toBeUndefined();
  expect(await codeOf(by, `Bearer ${await token({ claims: { jti: 'new' } })}`)).toBe('UNAUTHENTICATED');
});

test('keys of an address: what they sign is taken, and while they are away nobody is let in as the public', async () => {
  const keys = createServer((_, response) =>
    response.setHeader('content-type', 'application/json').end(publicSet(key)),
  );
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  const jwksUrl = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
  const open = async (): Promise<SignIn> =>
    openSignIn({ auth: { ...AUTH, jwksUrl }, dataDir: folder, nodeEnv: 'production' });
  const authorization = `Bearer ${await token()}`;
  expect(await codeOf(await open(), authorization)).toBeUndefined();
  await new Promise((resolve) => keys.close(resolve).closeAllConnections());
  expect(await codeOf(await open(), authorization)).toBe('SIGN_IN_UNAVAILABLE');
});

test('a token that was taken is refused when its time is over', async () => {
  let now = Date.now();
  const keys = JSON.parse(publicSet(key)) as { keys: JWK[] };
  const by = new SignIn(
    {
      keys: createLocalJWKSet(keys),
      issuer: 'https://issuer.example',
      audience: 'dangbo',
      algorithms: ['ES256'],
      clockTolerance: 5,
    },
    () => now,
  );
  const authorization = `Bearer ${await token({ claims: { exp: seconds(-10) } })}`;
  expect(await codeOf(by, authorization)).toBeUndefined();
  now += 16_000;
  expect(await codeOf(by, authorization)).toBe('UNAUTHENTICATED');
});

test('a clock that is set back keeps no token that would not be taken anew', async () => {
  let now = Date.now();
  let isWithdrawn = false;
  const local = createLocalJWKSet(JSON.parse(publicSet(key)) as { keys: JWK[] });
  const by = new SignIn(
    {
      keys: async (header, signed) => {
        if (isWithdrawn) throw new errors.JWKSNoMatchingKey();
        return local(header, signed);
      },
      issuer: 'https://issuer.example',
      audience: 'dangbo',
      algorithms: ['ES256'],
      clockTolerance: 5,
    },
    () => now,
  );
  const authorization = `Bearer ${await token()}`;
  expect(await codeOf(by, authorization)).toBeUndefined();
  isWithdrawn = true;
  expect(await codeOf(by, authorization)).toBeUndefined();
  now -= 1_000;
  expect(await codeOf(by, authorization)).toBe('UNAUTHENTICATED');
});

test('in production, without keys, no token is taken; a file without keys is told at the start', async () => {
  const none = await openSignIn({ auth: AUTH, dataDir: folder, nodeEnv: 'production' });
  expect(await codeOf(none, `Bearer ${await token()}`)).toBe('UNAUTHENTICATED');
  await writeFile(join(folder, 'empty.json'), '{}');
  await expect(
    openSignIn({ auth: { ...AUTH, jwksFile: join(folder, 'empty.json') }, dataDir: folder, nodeEnv: 'production' }),
  ).rejects.toThrow(/AUTH_JWKS_FILE/);
});
