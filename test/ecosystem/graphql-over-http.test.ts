import { serverAudits } from 'graphql-http';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

const audits = serverAudits({ url: () => server.url, fetchFn: fetch });

describe('the specification of GraphQL over HTTP', () => {
  test.each(audits.filter(({ name }) => !name.startsWith('MAY')).map((each) => [each.name, each]))(
    '%s',
    async (_, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
    },
  );

  // A GET without a header that browsers ask leave for is refused: see the tests of CSRF below.
  const REFUSED_GETS = ['5A70', '6A70', 'D6D5'];

  test.each(audits.filter(({ name }) => name.startsWith('MAY')).map((each) => [each.name, each]))(
    '%s',
    async (_, audit) => {
      const result = await audit.fn();
      if (REFUSED_GETS.includes(audit.id)) {
        expect(result).toMatchObject({ status: 'notice', response: { status: 400 } });
      } else {
        expect(result.status).toBe('ok');
      }
    },
  );
});

async function ask(init: RequestInit, search = ''): Promise<Response> {
  return fetch(`${server.url}${search}`, init);
}

function post(body: unknown, accept: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept };
  return ask({ method: 'POST', headers, body: JSON.stringify(body) });
}

const RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

describe('status and media type', () => {
  const questions: [string, unknown, number, number, string | undefined][] = [
    ['a good question', { query: '{ nation { code } }' }, 200, 200, undefined],
    ['a syntax error', { query: '{' }, 400, 200, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nowhere }' }, 400, 200, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable that does not fit',
      {
        query:
          'query ($period: Period!) { nation { series(code: "PARTY_MEMBERS", from: $period, to: $period, by: YEAR) { value } } }',
        variables: { period: 'yesterday' },
      },
      400,
      200,
      'PERIOD_MALFORMED',
    ],
    [
      'an error in a resolver',
      { query: '{ nation { code children(first: 0) { totalCount } } }' },
      200,
      200,
      'PAGE_SIZE_OUT_OF_RANGE',
    ],
    ['no question', { variables: {} }, 400, 400, 'BAD_REQUEST'],
  ];

  test.each(questions)('%s', async (_, body, asResponse, asJson, code) => {
    for (const [accept, status] of [
      [RESPONSE, asResponse],
      [JSON_TYPE, asJson],
      [`${RESPONSE}, ${JSON_TYPE};q=0.9`, asResponse],
    ] as const) {
      const response = await post(body, accept);
      const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toMatch(
        new RegExp(`^${accept.split(',')[0]?.replace('+', '\\+')}; charset=utf-8$`),
      );
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
  });

  test('says in its own shape what it cannot read', async () => {
    const headers = { 'content-type': JSON_TYPE, accept: RESPONSE };
    const response = await ask({ method: 'POST', headers, body: '{ "not JSON' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe(`${RESPONSE}; charset=utf-8`);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'Expected a body with a JSON object; got text that is not JSON.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
  });

  test('takes GET and POST only, and writes nothing on GET', async () => {
    const put = await ask({ method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
    const headers = { accept: RESPONSE, 'apollo-require-preflight': 'yes' };
    const mutation = await ask({ headers }, '?query=mutation{__typename}');
    expect(mutation.status).toBeGreaterThanOrEqual(400);
  });
});

describe('requests that another site could make a browser send', () => {
  const QUESTION = '?query={__typename}';

  test.each<[string, RequestInit]>([
    ['a GET with no header of its own', {}],
    ['a GET that only says what it accepts', { headers: { accept: RESPONSE } }],
    ['a form', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ])('%s is refused', async (_, init) => {
    const response = await ask(init, init.method === 'POST' ? '' : QUESTION);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect(errors[0]?.message).toContain('Cross-Site Request Forgery');
  });

  test.each<Record<string, string>>([{ 'apollo-require-preflight': 'yes' }, { 'content-type': JSON_TYPE }])(
    'a GET with %j is answered',
    async (headers) => {
      const response = await ask({ headers: { ...headers, accept: RESPONSE } }, QUESTION);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    },
  );
});
