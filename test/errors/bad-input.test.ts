import { ERROR_CATALOGUE } from '../../src/errors/catalogue.ts';
import { encodeCursor } from '../../src/resolvers/connections/page.ts';
import type { Answer, AnswerError, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** Every mistake that a question can hold: its code, and a message that says what was expected and what came. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** The one error of an answer. */
async function mistake(query: string, variables?: object): Promise<AnswerError> {
  const { errors = [] } = await server.ask(query, variables);
  expect(errors).toHaveLength(1);
  return errors[0] as AnswerError;
}
const figure = (args: string): string => `{ organization(code: "H509") { indicator(${args}) { value } } }`;
const series = (args: string): string =>
  `{ organization(code: "H509") { series(code: "PARTY_MEMBERS", ${args}) { value } } }`;
const PERIOD = 'Expected a Period: 2023, 2023-Q3';

describe('what is not there is null, not an error', () => {
  test.each([
    ['{ organization(code: "NOPE") { name } }', { organization: null }],
    ['{ organization(code: "") { name } }', { organization: null }],
    ['{ organization(code: "h509") { name } }', { organization: null }],
    [
      '{ organizations(codes: ["NOPE", "H509", "", "H509"]) { code } }',
      { organizations: [null, { code: 'H509' }, null, { code: 'H509' }] },
    ],
    ['{ organizations(codes: []) { code } }', { organizations: [] }],
    ['{ province(code: "H509") { code } }', { province: null }],
    ['{ indicator(code: "NOPE") { code } }', { indicator: null }],
    ['{ source(id: "nope") { id } }', { source: null }],
    ['{ source(id: "a\\u0000b") { id } }', { source: null }],
    ['{ administrativeUnit(codeList: "VN-1900", code: "01") { code } }', { administrativeUnit: null }],
    ['{ searchOrganizations(name: "  ") { totalCount } }', { searchOrganizations: { totalCount: 0 } }],
    [
      '{ organization(code: "H509") { indicators(codes: [], period: "2023") { value } } }',
      { organization: { indicators: [] } },
    ],
  ])('%s', async (query, data) => {
    expect(await server.ask(query)).toEqual({ data });
  });
});

describe('written into the question', () => {
  test.each([
    [
      figure('code: "NOPE", period: "2023"'),
      'INDICATOR_UNKNOWN',
      'Expected the code of an indicator of the catalogue; got "NOPE".',
    ],
    [
      figure('code: "party_members", period: "2023"'),
      'INDICATOR_CODE_MALFORMED',
      'as in PARTY_MEMBERS; got "party_members".',
    ],
    [
      figure('code: PARTY_MEMBERS, period: "2023"'),
      'INDICATOR_CODE_MALFORMED',
      'as in PARTY_MEMBERS; got PARTY_MEMBERS.',
    ],
    [figure('code: "PARTY_MEMBERS", period: "2023-13"'), 'PERIOD_MALFORMED', `${PERIOD}`],
    [figure('code: "PARTY_MEMBERS", period: "2023-13"'), 'PERIOD_MALFORMED', 'got "2023-13".'],
    [figure('code: "PARTY_MEMBERS", period: 2023'), 'PERIOD_MALFORMED', 'got 2023.'],
    [figure('code: "PARTY_MEMBERS", period: {from: "2023"}'), 'PERIOD_MALFORMED', 'got {from: "2023"}.'],
    [
      figure('code: "PARTY_MEMBERS", period: "2023", dimensions: [{name: "FORM", value: "WARNING"}]'),
      'DIMENSION_UNKNOWN',
      'for PARTY_MEMBERS; got "FORM".',
    ],
    [
      figure('code: "MEMBERS_DISCIPLINED", period: "2023", dimensions: [{name: "FORM", value: "X"}]'),
      'DIMENSION_UNKNOWN',
      'Expected one of REPRIMAND, WARNING, DISMISSAL, EXPULSION, DISSOLUTION for FORM; got "X".',
    ],
    [
      figure(
        'code: "MEMBERS_DISCIPLINED", period: "2023", dimensions: [{name: "FORM", value: "WARNING"}, {name: "FORM", value: "EXPULSION"}]',
      ),
      'DIMENSION_UNKNOWN',
      'Expected one value for FORM; got "WARNING" and "EXPULSION".',
    ],
    [
      figure('code: "MEMBERS_DISCIPLINED", period: "2023", dimensions: [{name: "form", value: "X"}]'),
      'DIMENSION_NAME_MALFORMED',
      'as in MANAGED_BY; got "form".',
    ],
    [
      figure('code: "PARTY_MEMBERS", period: "2023", knownAt: "yesterday"'),
      'DATE_TIME_MALFORMED',
      'Expected a moment such as 2023-11-01T00:00:00+07:00; got "yesterday".',
    ],
    [
      '{ organization(code: "H509") { children(on: "2023-02-30") { totalCount } } }',
      'DATE_MALFORMED',
      'Expected a day as YYYY-MM-DD; got "2023-02-30".',
    ],
    [
      '{ organization(code: "H509") { breakdown(code: "PARTY_MEMBERS", period: "2023", by: ["FORM"]) { dimensions { name } } } }',
      'DIMENSION_UNKNOWN',
      'got "FORM".',
    ],
    [series('from: "2023-02", to: "2023", by: QUARTER'), 'COMBINATION_ILLEGAL', 'whole quarter; got 2023-02 to 2023.'],
    [series('from: "TERM-2020-2025", to: "2023", by: YEAR'), 'COMBINATION_ILLEGAL', 'a congress term has no months'],
    [
      series('from: "2000", to: "2023", by: MONTH'),
      'SERIES_TOO_LONG',
      'Expected at most 120 steps; 2000 to 2023 has more.',
    ],
    [
      '{ nation { children(first: 0) { totalCount } } }',
      'PAGE_SIZE_OUT_OF_RANGE',
      'Expected `first` from 1 to 1000; got 0.',
    ],
    ['{ nation { children(first: 1001) { totalCount } } }', 'PAGE_SIZE_OUT_OF_RANGE', 'got 1001.'],
    [
      '{ nation { children(after: "x") { totalCount } } }',
      'CURSOR_MALFORMED',
      'Expected a cursor that this connection gave; got "x".',
    ],
    [
      `{ nation { children(after: "${encodeCursor('search', 'T49')}") { totalCount } } }`,
      'CURSOR_MALFORMED',
      'Expected a cursor that this connection gave',
    ],
    [
      `{ nation { observations(after: "${encodeCursor('observations', 3_000_000_000)}") { totalCount } } }`,
      'CURSOR_MALFORMED',
      'Expected a cursor',
    ],
    ['{ nation { nonsense } }', 'GRAPHQL_VALIDATION_FAILED', 'Cannot query field "nonsense" on type "Nation".'],
    [
      '{ nation { children(kinds: [VILLAGE]) { totalCount } } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Value "VILLAGE" does not exist in "OrganizationKind" enum.',
    ],
    [
      '{ nation { children(first: "a") { totalCount } } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Int cannot represent non-integer value: "a"',
    ],
    [figure('code: "PARTY_MEMBERS"'), 'GRAPHQL_VALIDATION_FAILED', 'argument "period" of type "Period!" is required'],
    ['{ nation { code ', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    ['Quế Sơn', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    [
      'query A { __typename } query B { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
      'Expected the `operationName` of one of the operations',
    ],
    ['subscription { nothing }', 'OPERATION_RESOLUTION_FAILURE', 'The schema has no subscription.'],
  ])('%s is %s', async (query, code, message) => {
    const found = await mistake(query);
    expect(found.extensions.code).toBe(code);
    expect(found.message).toContain(message);
  });
});

describe('sent beside the question', () => {
  const ASK = {
    Period:
      'query ($v: Period!) { organization(code: "H509") { indicator(code: "PARTY_MEMBERS", period: $v) { value } } }',
    IndicatorCode:
      'query ($v: IndicatorCode!) { organization(code: "H509") { indicator(code: $v, period: "2023") { value } } }',
    Date: 'query ($v: Date) { organization(code: "H509") { children(on: $v) { totalCount } } }',
    DateTime: 'query ($v: DateTime) { organization(code: "H509") { observations(knownAt: $v) { totalCount } } }',
    Filter:
      'query ($v: [DimensionFilter!]) { organization(code: "H509") { indicator(code: "PARTY_MEMBERS", period: "2023", dimensions: $v) { value } } }',
    Int: 'query ($v: Int) { nation { children(first: $v) { totalCount } } }',
    Codes: 'query ($v: [String!]!) { organizations(codes: $v) { code } }',
    Kinds: 'query ($v: [OrganizationKind!]) { nation { children(kinds: $v) { totalCount } } }',
  };
  test.each<[keyof typeof ASK, unknown, string, string]>([
    ['Period', '2023-13', 'PERIOD_MALFORMED', 'got "2023-13".'],
    ['Period', 2023, 'PERIOD_MALFORMED', 'got 2023.'],
    ['Period', ['2023'], 'PERIOD_MALFORMED', 'got ["2023"].'],
    ['Period', { from: '2023' }, 'PERIOD_MALFORMED', 'got {"from":"2023"}.'],
    ['Period', null, 'INPUT_INVALID', 'Variable "$v" of non-null type "Period!" must not be null.'],
    ['Period', undefined, 'INPUT_INVALID', 'Variable "$v" of required type "Period!" was not provided.'],
    ['IndicatorCode', 'x', 'INDICATOR_CODE_MALFORMED', 'got "x".'],
    ['IndicatorCode', `A${'B'.repeat(100)}`, 'INDICATOR_CODE_MALFORMED', 'got "ABBB'],
    ['Date', '30/9/2023', 'DATE_MALFORMED', 'got "30/9/2023".'],
    ['Date', 20230930, 'DATE_MALFORMED', 'got 20230930.'],
    ['DateTime', '30/9/2023', 'DATE_TIME_MALFORMED', 'got "30/9/2023".'],
    ['DateTime', 1, 'DATE_TIME_MALFORMED', 'got 1.'],
    ['Filter', [{ name: 'SEX' }], 'INPUT_INVALID', 'Field value[0].value of required type String! was not provided.'],
    ['Filter', [{ name: 'SEX', value: 'FEMALE', more: 1 }], 'INPUT_INVALID', '"more"'],
    ['Int', 'x', 'INPUT_INVALID', 'got invalid value "x"; Expected type Int'],
    ['Int', 1.5, 'INPUT_INVALID', 'got invalid value 1.5'],
    ['Int', 99_999_999_999, 'INPUT_INVALID', 'got invalid value 99999999999'],
    ['Codes', ['H509', 1], 'INPUT_INVALID', 'got invalid value 1'],
    ['Codes', Array.from({ length: 1001 }, () => 'H509'), 'BATCH_TOO_LARGE', 'Expected at most 1000 codes; got 1001.'],
    ['Kinds', ['VILLAGE'], 'INPUT_INVALID', 'got invalid value "VILLAGE"'],
  ])('%s: %j is %s', async (name, value, code, message) => {
    const found = await mistake(ASK[name], { v: value });
    expect(found.extensions.code).toBe(code);
    expect(found.message).toContain(message);
  });
});

test('a mistake in one place leaves what was asked in the others', async () => {
  const { data, errors } = await server.ask(
    `{ good: organization(code: "H509") { code } bad: organization(code: "H509") { indicator(code: "NOPE", period: "2023") { value } } }`,
  );
  expect(data).toEqual({ good: { code: 'H509' }, bad: null });
  expect(errors).toMatchObject([
    { path: ['bad', 'indicator'], extensions: { code: 'INDICATOR_UNKNOWN', received: 'NOPE' } },
  ]);
});

describe('what the server did not foresee', () => {
  const HIDDEN = /select|observation_role|node_modules|\.ts\b|\bat \w+ \(|postgres|relation/i;
  const QUESTION = '{ organization(code: "H509") { observations { totalCount } } }';
  const environment = process.env['NODE_ENV'];
  afterEach(async () => {
    process.env['NODE_ENV'] = environment;
    await server.orm.em.getConnection().execute('alter table hidden rename to observation');
  });

  test.each(['development', 'production', 'test', ''])(
    'is told without statement, stack or path, NODE_ENV %j',
    async (name) => {
      process.env['NODE_ENV'] = name;
      await server.orm.em.getConnection().execute('alter table observation rename to hidden');
      const before = server.unexpected.length;
      const answer: Answer<unknown> = await server.ask(QUESTION);
      expect(answer.errors).toMatchObject([
        {
          message: 'Something failed inside the server; the question was not at fault.',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ]);
      expect(JSON.stringify(answer)).not.toMatch(HIDDEN);
      expect(String(server.unexpected[before])).toContain('relation "observation" does not exist');
    },
  );
});

test('every code of the catalogue is described, with what to do', () => {
  for (const [code, { description, remedy }] of Object.entries(ERROR_CATALOGUE)) {
    expect(code).toMatch(/^[A-Z_]+$/);
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(remedy).toMatch(/^\S.*\.$/);
  }
});
