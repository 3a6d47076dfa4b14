import type { Attack } from '../support/attack.ts';
import { exchange, JSON_HEADERS, nested, question, times } from '../support/attack.ts';

const INVALID = ['INPUT_INVALID'];
const BY_CODE = 'query ($code: String!) { organization(code: $code) { code } }';
const BY_PERIOD = 'query ($period: Period!) { nation { indicator(code: "PARTY_MEMBERS", period: $period) { value } } }';
const SERIES =
  'query ($from: Period!, $to: Period!) { nation { series(code: "PARTY_MEMBERS", from: $from, to: $to, by: MONTH) { value } } }';
const SEARCH = 'query ($name: String!) { searchOrganizations(name: $name) { totalCount nodes { code } } }';
const PAGE =
  'query ($first: Int, $after: String) { nation { children(first: $first, after: $after) { totalCount nodes { code } } } }';
const ENTITIES = 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }';
const FIGURES = 'query ($codes: [IndicatorCode!]!) { nation { indicators(codes: $codes, period: "2023") { value } } }';

/** A body whose JSON is written by hand: JSON.stringify would not get there. */
function body(name: string, text: string, codes: readonly string[]): Attack {
  return { name, codes, send: ({ url }) => exchange(url, { headers: JSON_HEADERS, body: text }) };
}

const cursor = (text: string): string => Buffer.from(text).toString('base64url');
const entity = (representation: object): { all: object[] } => ({ all: [representation] });

/** Values that are too many, too deep, too long, of another kind, or not what they say. */
export const VALUES: readonly Attack[] = [
  body(
    'variables in ten thousand levels',
    `{"query":"query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }","variables":{"all":[${nested(10_000, '{"a":', '1', '}')}]}}`,
    ['QUERY_TOO_DEEP'],
  ),
  body(
    'variables in sixty thousand levels',
    `{"query":"{ nation { code } }","variables":${nested(60_000, '{"a":', '1', '}')}}`,
    ['QUERY_TOO_DEEP'],
  ),
  body(
    'lists in a hundred thousand levels',
    `{"query":"query ($code: String!) { organization(code: $code) { code } }","variables":{"code":${nested(100_000, '[', '1', ']')}}}`,
    ['QUERY_TOO_DEEP'],
  ),
  body(
    'extensions in sixty thousand levels',
    `{"query":"{ nation { code } }","extensions":${nested(60_000, '{"a":', '1', '}')}}`,
    ['QUERY_TOO_DEEP'],
  ),
  body(
    'keys that reach for prototypes',
    '{"query":"{ nation { code } }","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ['BAD_REQUEST'],
  ),
  body(
    'variables that reach for prototypes',
    '{"query":"{ nation { code } }","variables":{"__proto__":{"polluted":true}}}',
    ['BAD_REQUEST'],
  ),
  body(
    'a hundred thousand keys',
    `{"query":"{ nation { code } }","variables":{${times(30_000, (at) => `"a${at}":1`, ',')}}}`,
    [],
  ),
  body('keys twice', '{"query":"{ a }","query":"{ b }"}', ['GRAPHQL_VALIDATION_FAILED']),
  body(
    'a number beyond all numbers',
    '{"query":"query ($n: Int) { nation { children(first: $n) { totalCount } } }","variables":{"n":1e999}}',
    INVALID,
  ),
  body('variables that are a text', '{"query":"{ nation { code } }","variables":"{}"}', ['BAD_REQUEST']),
  body('variables that are a list', '{"query":"{ nation { code } }","variables":[1,2]}', ['BAD_REQUEST']),
  body('a query that is a number', '{"query":1}', ['BAD_REQUEST']),
  body('a query that is an object', '{"query":{"a":1}}', ['BAD_REQUEST']),
  body('a name of the operation that is an object', '{"query":"{ nation { code } }","operationName":{"a":1}}', [
    'BAD_REQUEST',
  ]),
  body(
    'a name of the operation of 400,000 letters',
    `{"query":"query a { nation { code } }","operationName":"${'a'.repeat(400_000)}"}`,
    ['OPERATION_RESOLUTION_FAILURE'],
  ),
  body('extensions that are a list', '{"query":"{ nation { code } }","extensions":[1]}', ['BAD_REQUEST']),
  body('null', 'null', ['BAD_REQUEST']),
  body('a number', '1', ['BAD_REQUEST']),
  body('a text', '"{ nation { code } }"', ['BAD_REQUEST']),
  body('half of a body', '{"query":"{ nation', ['BAD_REQUEST']),
  body('ten questions in a list', `[${times(10, () => '{"query":"{ nation { code } }"}', ',')}]`, ['BAD_REQUEST']),
  body('ten thousand questions in a list', `[${times(10_000, () => '{"query":"{ nation { code } }"}', ',')}]`, [
    'BAD_REQUEST',
  ]),
  body('a list of nothing', '[]', ['BAD_REQUEST']),
  body('half characters in a variable', `{"query":"${BY_CODE}","variables":{"code":"\\ud800\\udc00\\ud800"}}`, []),
  body('zero bytes in a variable', `{"query":"${BY_CODE}","variables":{"code":"H509\\u0000"}}`, []),
  body(
    'zero bytes in a source',
    '{"query":"query ($all: [_Any!]!) { _entities(representations: $all) { ... on SourceDocument { title } } }","variables":{"all":[{"__typename":"SourceDocument","id":"a\\u0000b"},{"__typename":"SourceDocument","id":"\\ud800"}]}}',
    [],
  ),
  question(
    'a list of a hundred thousand entries',
    ENTITIES,
    ['BATCH_TOO_LARGE', 'QUERY_TOO_COSTLY', 'BODY_TOO_LARGE'],
    { all: Array(100_000).fill({}) },
  ),
  question('six thousand entities', ENTITIES, ['BATCH_TOO_LARGE'], {
    all: Array.from({ length: 6_000 }, (_, at) => ({ __typename: 'PartyOrganization', id: at })),
  }),
  question('six thousand sources', ENTITIES, ['BATCH_TOO_LARGE'], {
    all: Array.from({ length: 6_000 }, (_, at) => ({ __typename: 'SourceDocument', id: `a${at}` })),
  }),
  question('a thousand entities that are none', ENTITIES, ['REPRESENTATION_INVALID'], {
    all: Array(1_000).fill({ a: 1 }),
  }),
  question('an entity of another type', ENTITIES, [], entity({ __typename: 'Cell', code: 'H509' })),
  question(
    'an entity named __proto__',
    ENTITIES,
    ['REPRESENTATION_INVALID'],
    entity({ __typename: 'constructor', id: 1 }),
  ),
  question(
    'an entity whose key is an object',
    ENTITIES,
    [],
    entity({ __typename: 'PartyOrganization', code: { $ne: null } }),
  ),
  question(
    'an entity whose key is huge',
    ENTITIES,
    [],
    entity({ __typename: 'PartyOrganization', id: '9'.repeat(1_000) }),
  ),
  question(
    'an entity with a number out of reach',
    ENTITIES,
    [],
    entity({ __typename: 'PartyOrganization', id: 1e300 }),
  ),
  question('somebody’s record without a token', ENTITIES, ['FORBIDDEN'], entity({ __typename: 'Member', id: '1' })),
  question('a hundred thousand indicators', FIGURES, ['BATCH_TOO_LARGE', 'BODY_TOO_LARGE'], {
    codes: Array(20_000).fill('PARTY_MEMBERS'),
  }),
  question('a list where one text is expected', BY_CODE, INVALID, { code: ['H509'] }),
  question('an object where a text is expected', BY_CODE, INVALID, { code: { toString: 'H509' } }),
  question('nothing where something is expected', BY_CODE, INVALID, {}),
  question('a code of 400,000 letters', BY_CODE, [], { code: 'x'.repeat(400_000) }),
  question('SQL in a code', BY_CODE, [], { code: "H509'; drop table organization; --" }),
  question('a number beyond 32 bits', PAGE, INVALID, { first: 2 ** 40 }),
  question('half an entry', PAGE, INVALID, { first: 1.5 }),
  question('a page of none', PAGE, ['PAGE_SIZE_OUT_OF_RANGE'], { first: 0 }),
  question('a page of less than none', PAGE, ['PAGE_SIZE_OUT_OF_RANGE'], { first: -1 }),
  question('a page of two thousand million', PAGE, ['PAGE_SIZE_OUT_OF_RANGE', 'QUERY_TOO_COSTLY'], {
    first: 2_147_483_647,
  }),
  question('a cursor that is none', PAGE, ['CURSOR_MALFORMED'], { after: '../../etc/passwd' }),
  question('a cursor of another list', PAGE, ['CURSOR_MALFORMED'], { after: cursor('search:1') }),
  question('a cursor with SQL', PAGE, [], { after: cursor("children:' or 1=1 --") }),
  question('a cursor of 400,000 letters', PAGE, [], { after: cursor(`children:${'x'.repeat(200_000)}`) }),
  question('a cursor with zero bytes', PAGE, [], { after: cursor('children:\u0000') }),
  question(
    'cursors of observations with SQL',
    'query ($after: String) { nation { observations(after: $after) { totalCount } } }',
    ['CURSOR_MALFORMED'],
    {
      after: cursor("observations:1' or '1'='1"),
    },
  ),
  ...[
    '999999',
    '0000',
    '-2023',
    '2023-13',
    '2023-00',
    '2023-02-30',
    '9999-12-31/9999-12-31~~',
    '2023-12-31/2023-01-01',
    'TERM-0000-9999',
    'TERM-2025-2020',
    '2023-Q5',
    `2023${'~'.repeat(100_000)}`,
    `${'2023/'.repeat(50_000)}`,
    '２０２３',
    '2023\u0000',
  ].map((period) => question(`the period ${period.slice(0, 30)}`, BY_PERIOD, ['PERIOD_MALFORMED'], { period })),
  question('nine thousand years', BY_PERIOD, [], { period: '1000-01-01/9999-12-31' }),
  question('the last day of all', BY_PERIOD, [], { period: '9999-12-31' }),
  question('the first year of all', BY_PERIOD, [], { period: '1000' }),
  question('a series of nine thousand years', SERIES, ['SERIES_TOO_LONG'], {
    from: '1000-01-01/1000-01-31',
    to: '9999-12',
  }),
  question('a series that ends before it begins', SERIES, ['COMBINATION_ILLEGAL'], { from: '2024', to: '2023' }),
  question('a tree of the year 9999', 'query ($on: Date) { nation { children(on: $on) { totalCount } } }', [], {
    on: '9999-12-31',
  }),
  question(
    'a tree of the year 275760',
    'query ($on: Date) { nation { children(on: $on) { totalCount } } }',
    ['DATE_MALFORMED'],
    { on: '+275760-09-14' },
  ),
  question(
    'known in the year 275760',
    '{ nation { indicator(code: "PARTY_MEMBERS", period: "2023", knownAt: "+275760-09-13T00:00:00Z") { value } } }',
    ['DATE_TIME_MALFORMED'],
  ),
  question(
    'known in the year 0001',
    '{ nation { indicator(code: "PARTY_MEMBERS", period: "2023", knownAt: "0001-01-01T00:00:00Z") { value } } }',
    [],
  ),
  question('a search for 400,000 letters', SEARCH, ['INPUT_INVALID'], { name: 'ế'.repeat(100_000) }),
  question('a search for wildcards', SEARCH, [], { name: '%_%\\%' }),
  question('a search for an expression that never ends', SEARCH, [], { name: `(a+)+$${'a'.repeat(50)}!` }),
  question('a search for SQL', SEARCH, [], { name: "'; select pg_sleep(10); --" }),
  question('a search for zero bytes', SEARCH, [], { name: '\u0000' }),
  question('a search for marks upon marks', SEARCH, ['INPUT_INVALID'], { name: `e${'\u0301'.repeat(100_000)}` }),
  question(
    'a dimension named __proto__',
    '{ nation { indicator(code: "PARTY_MEMBERS", period: "2023", dimensions: [{ name: "__PROTO__", value: "x" }]) { value } } }',
    ['DIMENSION_UNKNOWN', 'DIMENSION_NAME_MALFORMED'],
  ),
  question(
    'ten thousand dimensions',
    'query ($d: [DimensionFilter!]) { nation { indicator(code: "PARTY_MEMBERS", period: "2023", dimensions: $d) { value } } }',
    ['DIMENSION_UNKNOWN', 'BATCH_TOO_LARGE'],
    {
      d: Array(8_000).fill({ name: 'SEX', value: 'FEMALE' }),
    },
  ),
  question(
    'a breakdown by ten thousand dimensions',
    'query ($by: [DimensionName!]!) { nation { breakdown(code: "PARTY_MEMBERS", period: "2023", by: $by) { __typename } } }',
    ['BATCH_TOO_LARGE', 'DIMENSION_UNKNOWN'],
    {
      by: Array(10_000).fill('SEX'),
    },
  ),
  question(
    'an indicator named constructor',
    '{ nation { indicator(code: "CONSTRUCTOR", period: "2023") { value } } }',
    ['INDICATOR_UNKNOWN'],
  ),
  question(
    'a mutation by anybody',
    'mutation { openOrganization(input: { on: "2026-01-01", decision: "x", code: "X", name: "x", kind: CELL, parent: "VN" }) { membersMoved } }',
    ['FORBIDDEN', 'GRAPHQL_VALIDATION_FAILED'],
  ),
];

/** Questions that are costly to answer, each within the limits of its text. */
export const COSTLY: readonly Attack[] = [
  question(
    'pages within pages',
    '{ nation { children(first: 1000) { nodes { parent { children(first: 1000) { nodes { code } } } } } } }',
    ['QUERY_TOO_COSTLY'],
  ),
  question(
    'pages within pages by a default',
    'query ($n: Int = 1000) { nation { children(first: $n) { nodes { parent { children(first: $n) { nodes { code } } } } } } }',
    ['QUERY_TOO_COSTLY'],
  ),
  question(
    'sixty searches for all',
    `{ ${times(59, (at) => `a${at}: searchOrganizations(name: "a", first: 1000) { nodes { name parent { name parent { name } } } }`)} }`,
    ['QUERY_TOO_COSTLY'],
  ),
  question(
    'sixty searches without a page',
    `{ ${times(59, (at) => `a${at}: searchOrganizations(name: "${String.fromCharCode(97 + (at % 26))}") { totalCount }`)} }`,
    ['QUERY_TOO_COSTLY'],
  ),
  question(
    'sixty series of ten years',
    `{ nation { ${times(59, (at) => `a${at}: series(code: "PARTY_MEMBERS", from: "20${String(10 + (at % 6))}-01", to: "20${String(19 + (at % 6))}-12", by: MONTH) { value coverage { expected } }`)} } }`,
    [],
  ),
  question(
    'series of all communes',
    '{ nation { provinces(on: "2023-12-31", first: 1000) { nodes { districts(on: "2023-12-31", first: 1000) { nodes { series(code: "PARTY_MEMBERS", from: "2014-01", to: "2023-12", by: MONTH) { value } } } } } } }',
    ['QUERY_TOO_COSTLY'],
  ),
];
