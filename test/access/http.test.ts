import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { signedToken } from '../support/tokens.ts';

/** What comes back over HTTP for a token that is not taken: 401, whatever was asked, and nothing of the answer. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const send = async (authorization: string, query = '{ nation { code } }'): Promise<Response> =>
  fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
  });

test.each([
  ['no token at all', async () => 'Basic YTpi'],
  ['text', async () => 'Bearer nonsense'],
  ['a role that there is not', async () => `Bearer ${await signedToken({ role: 'king' })}`],
  ['a unit that there is not', async () => `Bearer ${await signedToken({ role: 'officer', unit: 'NOPE' })}`],
])('%s: 401 with a code, for public questions too', async (_, header) => {
  for (const query of ['{ nation { code } }', '{ __typename }', '{ __schema { queryType { name } } }']) {
    const response = await send(await header(), query);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    const body = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(Object.keys(body)).toEqual(['errors']);
    expect(body.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
});

test('a refusal shows neither the token nor a reason that helps to forge one', async () => {
  const token = await signedToken({ role: 'king' });
  expect(await (await send(`Bearer ${token}`)).text()).not.toContain(token.slice(0, 20));
});

test('GET is held to the same', async () => {
  const response = await fetch(`${server.url}?query={nation{code}}`, {
    headers: { authorization: 'Bearer x', 'apollo-require-preflight': '1' },
  });
  expect(response.status).toBe(401);
});

test('a good token answers, and none is the public', async () => {
  expect((await send(`Bearer ${await signedToken({ role: 'analyst' })}`)).status).toBe(200);
  expect(await server.data('{ nation { code } }')).toEqual({ nation: { code: 'VN' } });
});
