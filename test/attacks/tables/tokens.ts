import { createHmac } from 'node:crypto';
import type { Attack, Target } from '../support/attack.ts';
import { exchange, JSON_HEADERS, overSocket } from '../support/attack.ts';

const BODY = JSON.stringify({ query: '{ nation { code } }' });
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const partsOf = (token: string): string[] => token.split('.');
const HEADER = { alg: 'ES256', kid: 'demo' };
const YEAR_2100 = 4_102_444_800;
const CLAIMS = { sub: 'x', role: 'administrator', iss: 'dangbo-demo', aud: 'dangbo', exp: YEAR_2100 };

/** A request with a token that is not to be taken, made from one that is. */
function token(
  name: string,
  make: (good: string) => string,
  status: readonly number[] = [401],
  codes: readonly string[] = ['UNAUTHENTICATED'],
): Attack {
  return {
    name,
    codes,
    status,
    send: ({ url, administrator }: Target) =>
      exchange(url, { headers: { ...JSON_HEADERS, authorization: make(administrator) }, body: BODY }),
  };
}

const bearer = (header: object, claims: object, signature = 'c2lnbmF0dXJl'): string =>
  `Bearer ${encoded(header)}.${encoded(claims)}.${signature}`;
const signedOf = (good: string): string => partsOf(good)[2] ?? '';
const withSecret = (secret: string): string => {
  const signed = `${encoded({ ...HEADER, alg: 'HS256' })}.${encoded(CLAIMS)}`;
  return `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};

/** Tokens that nobody signed, or not for this, or not in this way. */
export const TOKENS: readonly Attack[] = [
  token('alg none', () => `Bearer ${encoded({ alg: 'none' })}.${encoded(CLAIMS)}.`),
  token('alg None', () => bearer({ alg: 'None', kid: 'demo' }, CLAIMS, '')),
  token('no signature', (good) => `Bearer ${partsOf(good).slice(0, 2).join('.')}`),
  token('an empty signature', (good) => `Bearer ${partsOf(good).slice(0, 2).join('.')}.`),
  token('a shared secret in place of a key', () => withSecret('dangbo')),
  token('an empty secret in place of a key', () => withSecret('')),
  token(
    'other claims under a good signature',
    (good) => `Bearer ${partsOf(good)[0]}.${encoded(CLAIMS)}.${signedOf(good)}`,
  ),
  token(
    'another header under a good signature',
    (good) => `Bearer ${encoded({ ...HEADER, typ: 'x' })}.${partsOf(good)[1]}.${signedOf(good)}`,
  ),
  token('a signature of noughts', () => bearer(HEADER, CLAIMS, 'A'.repeat(86))),
  token('a kid that is a path', () => bearer({ ...HEADER, kid: '../../../../dev/null' }, CLAIMS)),
  token('a kid with SQL', () => bearer({ ...HEADER, kid: "' union select 'x" }, CLAIMS)),
  token('a kid of another', () => bearer({ ...HEADER, kid: 'other' }, CLAIMS)),
  token('a kid that is an object', () => bearer({ ...HEADER, kid: { a: 1 } }, CLAIMS)),
  token('a key that it brings itself', () =>
    bearer({ ...HEADER, jwk: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' } }, CLAIMS),
  ),
  token('an address of keys that it brings itself', () =>
    bearer({ ...HEADER, jku: 'http://127.0.0.1:1/keys' }, CLAIMS),
  ),
  token('something that it says is critical', () => bearer({ ...HEADER, crit: ['exp'], b64: false }, CLAIMS)),
  token(
    'claims that are no object',
    () => `Bearer ${encoded(HEADER)}.${Buffer.from('null').toString('base64url')}.c2ln`,
  ),
  token('a header that is no object', () => `Bearer ${Buffer.from('1').toString('base64url')}.${encoded(CLAIMS)}.c2ln`),
  token(
    'a header with __proto__',
    () =>
      `Bearer ${Buffer.from('{"__proto__":{"alg":"none"},"alg":"ES256"}').toString('base64url')}.${encoded(CLAIMS)}.c2ln`,
  ),
  token('five parts', () => 'Bearer a.b.c.d.e'),
  token('points alone', () => 'Bearer ..'),
  token('another scheme', (good) => `Basic ${good}`),
  token('no scheme', (good) => good),
  token('nothing after the scheme', () => 'Bearer '),
  token('two tokens', (good) => `Bearer ${good} ${good}`),
  token('two tokens with a comma', (good) => `Bearer ${good}, Bearer ${good}`),
  token('a token of 12,000 letters', () => `Bearer ${'a'.repeat(12_000)}`),
  token('a token of 100,000 letters', () => `Bearer ${'a'.repeat(100_000)}`, [431], ['HEADERS_TOO_LARGE']),
  {
    name: 'two headers, the first one good',
    codes: ['UNAUTHENTICATED'],
    status: [400, 401],
    send: ({ url, administrator }) =>
      overSocket(url, [
        `POST /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\nauthorization: Bearer ${administrator}\r\nauthorization: Bearer x\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
      ]),
  },
  {
    name: 'a token in the address',
    codes: ['BAD_REQUEST'],
    send: ({ url, administrator }) =>
      exchange(`${url}?access_token=${administrator}&query={nation{code}}`, { method: 'GET' }),
  },
];
