import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Attack, Reply, Target } from '../support/attack.ts';
import { exchange, exchangePath, JSON_HEADERS, times } from '../support/attack.ts';

const QUESTION = JSON.stringify({ query: '{ nation { code } }' });
const BOMB = Buffer.from(JSON.stringify({ query: '{ nation { code } }', variables: { pad: ' '.repeat(20_000_000) } }));
const MUTATION = encodeURIComponent(
  'mutation { closeOrganization(input: { code: "H509", on: "2026-01-01", decision: "x" }) { membersMoved } }',
);
const GET_QUESTION = `/graphql?query=${encodeURIComponent('{ nation { code } }')}`;
const PREFLIGHT = { 'apollo-require-preflight': '1' };
const BAD = ['BAD_REQUEST'];
const NO_PATH = ['PATH_UNKNOWN'];
const HEADERS = ['HEADERS_TOO_LARGE'];
const ENCODING = ['ENCODING_UNSUPPORTED'];

type Headers = Readonly<Record<string, string | string[]>>;

/** A body with headers that are not those of a client. */
function post(
  name: string,
  headers: Headers,
  body: string | Buffer,
  codes: readonly string[],
  status?: readonly number[],
): Attack {
  return { name, codes, status, send: ({ url }) => exchange(url, { headers, body }) };
}

/** A path as it stands, with any method. */
function path(
  name: string,
  where: string,
  status: readonly number[],
  codes: readonly string[] = [],
  method = 'GET',
  headers: Headers = {},
): Attack {
  return { name, codes, status, send: ({ url }) => exchangePath(url, where, { method, headers }) };
}

const compressed = (name: string, encoding: string, body: Buffer): Attack =>
  post(name, { ...JSON_HEADERS, 'content-encoding': encoding }, body, ENCODING, [200, 400, 415]);

/** Whether an answer lets a page of another site read it. */
async function withoutLeave(asked: Promise<Reply>): Promise<Reply> {
  const reply = await asked;
  const given = Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'));
  if (given.length > 0) throw new Error(`another site got ${given.join(', ')}`);
  return reply;
}

const FOREIGN = { origin: 'https://elsewhere.example' };

/** What HTTP itself lets one do. */
export const HTTP: readonly Attack[] = [
  post('twenty megabytes', JSON_HEADERS, BOMB, ['BODY_TOO_LARGE'], [413]),
  compressed('twenty megabytes in gzip', 'gzip', gzipSync(BOMB)),
  compressed('twenty megabytes in brotli', 'br', brotliCompressSync(BOMB)),
  compressed('twenty megabytes in deflate', 'deflate', deflateSync(BOMB)),
  compressed('twenty megabytes in gzip in gzip', 'gzip, gzip', gzipSync(gzipSync(BOMB))),
  compressed('gzip that is none', 'gzip', Buffer.from(QUESTION)),
  compressed('an encoding that there is not', 'zstd', Buffer.from(QUESTION)),
  compressed(
    'encodings in a row',
    times(500, () => 'gzip', ','),
    Buffer.from(QUESTION),
  ),
  ...[
    'text/plain',
    'text/plain;charset=application/json',
    'application/x-www-form-urlencoded',
    'application/graphql',
    'application/jsonp',
    'x',
    '',
    'application/json, text/plain',
  ].map((type) => post(`the content type "${type}"`, { 'content-type': type }, QUESTION, BAD, [400, 415])),
  post(
    'the content type of a form with files',
    { 'content-type': 'multipart/form-data; boundary=x' },
    QUESTION,
    ['UPLOAD_REFUSED'],
    [400],
  ),
  post('no content type', {}, QUESTION, BAD, [400, 415]),
  post(
    'JSON in UTF-16',
    { 'content-type': 'application/json; charset=utf-16' },
    Buffer.from(QUESTION, 'utf16le'),
    ENCODING,
    [400, 415],
  ),
  post('bytes that are no UTF-8', JSON_HEADERS, Buffer.from([0x7b, 0xff, 0xfe, 0x22, 0x7d]), BAD, [400]),
  post(
    'files for an upload',
    { 'content-type': 'multipart/form-data; boundary=x', ...PREFLIGHT },
    `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${QUESTION}\r\n--x--`,
    ['FORBIDDEN'],
    [403],
  ),
  post(
    'a form that is a mutation',
    { 'content-type': 'application/x-www-form-urlencoded' },
    `query=${MUTATION}`,
    BAD,
    [400, 415],
  ),
  post('another method by a header', { ...JSON_HEADERS, 'x-http-method-override': 'DELETE' }, QUESTION, [], [200]),
  post('an accept that fits nothing', { ...JSON_HEADERS, accept: 'image/png' }, QUESTION, BAD, [200, 406]),
  post(
    'an accept of 8,000 types',
    { ...JSON_HEADERS, accept: times(1_000, (at) => `a/b${at}`, ',') },
    QUESTION,
    BAD,
    [200, 406],
  ),
  path('a mutation by GET', `/graphql?query=${MUTATION}`, [400, 405], BAD, 'GET', PREFLIGHT),
  path('a question by GET, as a link of another site would', GET_QUESTION, [400], BAD),
  path('a question by GET with the type of a form', GET_QUESTION, [400], BAD, 'GET', { 'content-type': 'text/plain' }),
  path('variables by GET that are no JSON', `${GET_QUESTION}&variables={{{`, [400], BAD, 'GET', PREFLIGHT),
  path(
    'variables by GET in twelve hundred levels',
    `${GET_QUESTION}&variables=${encodeURIComponent(`${'{"a":'.repeat(1_200)}1${'}'.repeat(1_200)}`)}`,
    [431],
    HEADERS,
    'GET',
    PREFLIGHT,
  ),
  path('extensions by GET that are no JSON', `${GET_QUESTION}&extensions=[[[`, [400], BAD, 'GET', PREFLIGHT),
  path('two questions by GET', `${GET_QUESTION}&query=%7B__typename%7D`, [400], BAD, 'GET', PREFLIGHT),
  path('a percent sign alone', '/graphql?query=%', [200, 400], [...BAD, 'GRAPHQL_PARSE_FAILED'], 'GET', PREFLIGHT),
  path('an address of 20,000 letters', `/graphql?query=${'a'.repeat(20_000)}`, [431], HEADERS),
  path('a long path', `/${'a/'.repeat(5_000)}`, [404], NO_PATH),
  path('HEAD', '/graphql', [400, 404, 405], [], 'HEAD'),
  ...['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'].map((method) =>
    path(method, '/graphql', [404, 405], [...BAD, ...NO_PATH], method),
  ),
  path('a method that there is not', '/graphql', [400], BAD, 'NONSENSE'),
  path('CONNECT', 'elsewhere.example:443', [0, 400, 404, 405], [], 'CONNECT'),
  path('an address of elsewhere', 'http://elsewhere.example/graphql', [200, 302, 400, 404], [...BAD, ...NO_PATH]),
  ...[
    '/graphiql/../../package.json',
    '/graphiql/%2e%2e/%2e%2e/package.json',
    '/graphiql/..%2f..%2fpackage.json',
    '/graphiql/..%5c..%5cpackage.json',
    '/graphiql/....//....//package.json',
    '/graphiql//etc/passwd',
    '/graphiql/%00',
    '/graphiql/index.html%00.png',
    '/graphiql/%252e%252e/package.json',
    '/graphiql/.env',
    '/graphiql/assets/',
    '/.git/config',
    '/package.json',
    '/src/config.ts',
    '/.data/demo-key.json',
    '/%c0%ae%c0%ae/etc/passwd',
    '/%',
    '/graphiql/%',
    '/__proto__',
    '/constructor',
  ].map((where) => path(`the path ${where}`, where, [400, 404], [...BAD, ...NO_PATH])),
  path('a redirect to elsewhere', '//elsewhere.example/%2e%2e', [404], NO_PATH),
  path('a range of bytes without end', '/graphiql/', [200, 206, 416, 503], [], 'GET', {
    range: `bytes=${times(1_000, (at) => `${at}-${at}`, ',')}`,
  }),
  path('another host', '/graphiql', [302], [], 'GET', {
    'x-forwarded-host': 'elsewhere.example',
    'x-forwarded-proto': 'javascript',
  }),
  path('a language that is code', '/?lang=%3Cscript%3E', [200], [], 'GET', {
    'accept-language': '<script>'.repeat(100),
  }),
  {
    name: 'a preflight of another site',
    codes: BAD,
    status: [400, 404, 405],
    send: ({ url }) =>
      withoutLeave(
        exchange(url, {
          method: 'OPTIONS',
          headers: {
            ...FOREIGN,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type',
          },
        }),
      ),
  },
  {
    name: 'a question of another site',
    codes: [],
    status: [200],
    send: ({ url }) => withoutLeave(exchange(url, { headers: { ...JSON_HEADERS, ...FOREIGN }, body: QUESTION })),
  },
  {
    name: 'a question of no site',
    codes: [],
    status: [200],
    send: ({ url }) => withoutLeave(exchange(url, { headers: { ...JSON_HEADERS, origin: 'null' }, body: QUESTION })),
  },
];

const WRONG_HASH = ['DOCUMENT_HASH_WRONG'];
const hash = 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38';
const persisted = (name: string, body: object, codes: readonly string[]): Attack =>
  post(name, JSON_HEADERS, JSON.stringify(body), codes, [200, 400]);

/** Questions that are named by a hash. */
export const PERSISTED: readonly Attack[] = [
  persisted(
    'a hash that nobody knows',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } },
    ['PERSISTED_QUERY_NOT_FOUND'],
  ),
  persisted(
    'a text under the hash of another',
    { query: '{ nation { code } }', extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    WRONG_HASH,
  ),
  persisted(
    'a hash of another version',
    { extensions: { persistedQuery: { version: 99, sha256Hash: hash } } },
    WRONG_HASH,
  ),
  persisted(
    'a hash that is an object',
    { extensions: { persistedQuery: { version: 1, sha256Hash: { $ne: '' } } } },
    WRONG_HASH,
  ),
  persisted('a hash that is __proto__', { documentId: '__proto__' }, ['DOCUMENT_UNKNOWN']),
  persisted('a hash that is a path', { documentId: 'sha256:../../package.json' }, ['DOCUMENT_UNKNOWN']),
  persisted('a hash that is a number', { documentId: 1 }, ['DOCUMENT_UNKNOWN']),
  persisted('a hash of 400,000 letters', { documentId: 'a'.repeat(400_000) }, ['DOCUMENT_UNKNOWN']),
  {
    name: 'fifty long texts to be kept',
    codes: [],
    status: [200],
    send: async ({ url }: Target): Promise<Reply> => {
      let last: Reply = { status: 0, headers: {}, text: '' };
      for (let at = 0; at < 50; at += 1) {
        const query = `{ nation { a${at}: code } } #${'x'.repeat(10_000)}`;
        const sha256Hash = createHash('sha256').update(query).digest('hex');
        last = await exchange(url, {
          headers: JSON_HEADERS,
          body: JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
        });
      }
      return last;
    },
  },
];
