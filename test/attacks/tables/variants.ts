import type { Attack } from '../support/attack.ts';
import { exchange, exchangePath, JSON_HEADERS, nested, overSocket, question, times } from '../support/attack.ts';

const QUESTION = JSON.stringify({ query: '{ nation { code } }' });
const PREFLIGHT = { 'apollo-require-preflight': '1' };
const INVALID = ['GRAPHQL_VALIDATION_FAILED'];
const PARSED = ['GRAPHQL_PARSE_FAILED'];
const CLOSE =
  'mutation M { closeOrganization(input: { code: "H509", on: "2026-01-01", decision: "x" }) { membersMoved } }';

type Headers = Readonly<Record<string, string>>;

const sent = (
  name: string,
  headers: Headers,
  body: string | Buffer,
  codes: readonly string[],
  status: readonly number[],
): Attack => ({
  name,
  codes,
  status,
  send: ({ url }) => exchange(url, { headers: { ...JSON_HEADERS, ...headers }, body }),
});

const got = (name: string, parameters: Headers, codes: readonly string[], status: readonly number[]): Attack => ({
  name,
  codes,
  status,
  send: ({ url, administrator }) =>
    exchangePath(url, `/graphql?${new URLSearchParams(parameters).toString()}`, {
      headers: { ...PREFLIGHT, authorization: `Bearer ${administrator}` },
    }),
});

const raw = (name: string, head: string, status: readonly number[], codes: readonly string[]): Attack => ({
  name,
  codes,
  status,
  send: ({ url }) => overSocket(url, [`${head}\r\n\r\n${QUESTION}`]),
});

const CLIENT = `host: localhost\r\ncontent-type: application/json\r\nconnection: close`;
const BYTES = `content-length: ${QUESTION.length}`;

/** The same in other words: what a list of plain attacks would miss. */
export const VARIANTS: readonly Attack[] = [
  got(
    'a mutation among questions, by GET',
    { query: `query Q { __typename } ${CLOSE}`, operationName: 'M' },
    ['BAD_REQUEST'],
    [400, 405],
  ),
  got(
    'a subscription by GET',
    { query: 'subscription { x }' },
    [...INVALID, 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST'],
    [200, 400, 405],
  ),
  got(
    'many parameters',
    Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`p${at}`, 'x'])),
    ['BAD_REQUEST'],
    [400],
  ),
  question('an answer in parts, by @defer', '{ nation { ... @defer { code } } }', INVALID),
  question(
    'an answer in parts, by @stream',
    '{ organizations(codes: ["H509"]) @stream(initialCount: 0) { code } }',
    INVALID,
  ),
  question(
    '@skip and @include of one field, over and over',
    `{ nation { code ${times(200, () => '@skip(if: false) @include(if: true)')} } }`,
    ['QUERY_TOO_LARGE'],
  ),
  question('a name that is turned around', '{ nation { \u202Eedoc } }', PARSED),
  question('letters that only look like others', '{ nаtion { code } }', PARSED),
  question('a byte order mark within', '{ nation { code \uFEFF } }', []),
  question('a text that escapes itself', '{ searchOrganizations(name: "\\u{110000}") { totalCount } }', PARSED),
  question(
    'a number of a thousand digits after the point',
    `{ nation { indicator(code: "CELLS", period: "2023", dimensions: [{ name: "KIND", value: 0.${'1'.repeat(1_000)} }]) { value } } }`,
    INVALID,
  ),
  question(
    'a list in lists for one text',
    `{ organizations(codes: ${nested(90, '[', '"H509"', ']')}) { code } }`,
    INVALID,
  ),
  question('names that prototypes have', '{ nation { __proto__ constructor hasOwnProperty toString } }', INVALID),
  question('a type that prototypes have', '{ __type(name: "__proto__") { name fields { name } } }', []),
  question('an alias that prototypes have', '{ __proto__: nation { constructor: code } }', []),
  question('a fragment on no type', '{ nation { ... on __proto__ { code } } }', INVALID),
  question('a variable within itself', 'query ($a: String = $a) { searchOrganizations(name: $a) { totalCount } }', [
    ...PARSED,
    ...INVALID,
  ]),
  question(
    'deep entities',
    'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }',
    ['QUERY_TOO_DEEP'],
    {
      all: [{ __typename: 'Cell', code: JSON.parse(nested(500, '{"a":', '1', '}')) as unknown }],
    },
  ),
  sent('the encoding "identity"', { 'content-encoding': 'identity' }, QUESTION, [], [200]),
  sent(
    'the encoding "GZIP" in capitals',
    { 'content-encoding': 'GZIP' },
    QUESTION,
    ['ENCODING_UNSUPPORTED'],
    [400, 415],
  ),
  sent(
    'a charset of seven bits',
    { 'content-type': 'application/json; charset=utf-7' },
    QUESTION,
    ['ENCODING_UNSUPPORTED'],
    [400, 415],
  ),
  sent('a byte order mark before', {}, `\uFEFF${QUESTION}`, [], [200]),
  sent('two bodies', {}, `${QUESTION}${QUESTION}`, ['BAD_REQUEST'], [400]),
  sent(
    'a number of a million digits',
    {},
    `{"query":"{ __typename }","variables":{"a":${'9'.repeat(400_000)}}}`,
    [],
    [200, 400],
  ),
  sent(
    'an operation name with line ends',
    {},
    JSON.stringify({ query: 'query a { __typename }', operationName: 'a\r\nset-cookie: x=1' }),
    ['OPERATION_RESOLUTION_FAILURE'],
    [200, 400],
  ),
  sent('a cookie in place of a token', { cookie: 'authorization=Bearer x; token=x' }, QUESTION, [], [200]),
  sent(
    'headers of a proxy that says who it is',
    { 'x-forwarded-user': 'administrator', 'x-role': 'ADMINISTRATOR', forwarded: 'for=127.0.0.1' },
    JSON.stringify({ query: '{ members(first: 1) { totalCount } }' }),
    [...INVALID, 'FORBIDDEN'],
    [200, 400],
  ),
  raw(
    'a change to WebSocket',
    `GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade, close\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==`,
    [0, 400, 404, 426],
    ['BAD_REQUEST'],
  ),
  raw(
    'an expectation that is met',
    `POST /graphql HTTP/1.1\r\n${CLIENT}\r\n${BYTES}\r\nexpect: 100-continue`,
    [100, 200],
    [],
  ),
  raw(
    'a length with a sign',
    `POST /graphql HTTP/1.1\r\n${CLIENT}\r\ncontent-length: +${QUESTION.length}`,
    [400],
    ['BAD_REQUEST'],
  ),
  raw(
    'a header that goes on in the next line',
    `POST /graphql HTTP/1.1\r\n${CLIENT}\r\n${BYTES}\r\nx-a: b\r\n c`,
    [200, 400],
    ['BAD_REQUEST'],
  ),
  raw(
    'a blank before the colon',
    `POST /graphql HTTP/1.1\r\n${CLIENT}\r\nContent-Length : ${QUESTION.length}`,
    [400],
    ['BAD_REQUEST'],
  ),
  raw(
    'pieces named twice',
    `POST /graphql HTTP/1.1\r\n${CLIENT}\r\ntransfer-encoding: chunked, chunked`,
    [400],
    ['BAD_REQUEST'],
  ),
  raw('two hosts', `POST /graphql HTTP/1.1\r\n${CLIENT}\r\nhost: elsewhere\r\n${BYTES}`, [200], []),
];
