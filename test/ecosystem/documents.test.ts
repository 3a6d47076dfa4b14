import { createHash } from 'node:crypto';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { Documents } from '../../src/server/http/documents.ts';
import { MANIFEST } from './support/manifest.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let open: TestServer;
let closed: RunningServer;

beforeAll(async () => {
  open = await startTestServer();
  closed = await startServer({ config: { host: '127.0.0.1', port: 0, documents: 'trusted' }, orm: open.orm });
});

afterAll(async () => {
  await closed.stop();
  await open.stop();
});

const [ID, TEXT] = Object.entries(MANIFEST).find(([, text]) => text.includes('query FindUnits')) ?? ['', ''];
const VARIABLES = { name: 'que son', first: 1 };
const OWN = 'query Own { nation { code } }';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Told {
  readonly data?: { readonly searchOrganizations?: { readonly nodes: readonly { readonly name: string }[] } };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

async function post(url: string, body: object): Promise<Told> {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) });
  return (await response.json()) as Told;
}

async function get(url: string, parameters: Record<string, string>): Promise<Told> {
  const response = await fetch(`${url}?${new URLSearchParams(parameters)}`, { headers: HEADERS });
  return (await response.json()) as Told;
}

const WAYS: [string, (url: string) => Promise<Told>][] = [
  ['POST with documentId', (url) => post(url, { documentId: ID, variables: VARIABLES })],
  ['GET with documentId', (url) => get(url, { documentId: ID, variables: JSON.stringify(VARIABLES) })],
  ['documentId without its sha256:', (url) => post(url, { documentId: ID.slice(7), variables: VARIABLES })],
  [
    'the hash of a persisted query',
    (url) =>
      post(url, { extensions: { persistedQuery: { version: 1, sha256Hash: ID.slice(7) } }, variables: VARIABLES }),
  ],
  ['the very text', (url) => post(url, { query: TEXT, variables: VARIABLES })],
];

describe.each([
  ['a server that answers anything', () => open.url],
  ['a server that answers known documents only', () => closed.url],
])('%s', (_, url) => {
  test.each(WAYS)('takes a known document by %s', async (__, ask) => {
    const { data, errors } = await ask(url());
    expect(errors).toBeUndefined();
    expect(data?.searchOrganizations?.nodes[0]?.name).toContain('Quế Sơn');
  });

  test('says that it does not know a hash', async () => {
    const { errors } = await post(url(), { documentId: `sha256:${'0'.repeat(64)}` });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['DOCUMENT_UNKNOWN']);
  });
});

describe('a server that answers known documents only', () => {
  test.each<[string, object]>([
    ['a text of one’s own', { query: OWN }],
    [
      'a persisted query of one’s own',
      { query: OWN, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(OWN) } } },
    ],
    ['the hash of a known one with another text', { query: OWN, extensions: { persistedQuery: {} } }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['nothing', {}],
  ])('refuses %s', async (_, body) => {
    const { data, errors } = await post(closed.url, body);
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['DOCUMENT_NOT_TRUSTED']);
  });

  test('runs its own text where another comes with a known hash', async () => {
    const { data } = await post(closed.url, { documentId: ID, query: OWN, variables: VARIABLES });
    expect(data?.searchOrganizations?.nodes.length).toBe(1);
  });
});

describe('automatic persisted queries', () => {
  const query = 'query Automatic { nation { name } }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };

  test('are asked for by hash once the text was sent', async () => {
    const first = await post(open.url, { extensions });
    expect(first.errors?.map((error) => error.extensions.code)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await post(open.url, { query, extensions })).errors).toBeUndefined();
    const again = await get(open.url, { extensions: JSON.stringify(extensions) });
    expect(again).toEqual({ data: { nation: { name: 'Đảng Cộng sản Việt Nam' } } });
  });

  test('are refused under the hash of another text', async () => {
    const told = await post(open.url, { query: OWN, extensions });
    expect(told.data).toBeUndefined();
  });
});

test('a manifest whose hash is not that of its text is refused at the start', async () => {
  const folder = new URL('../../test/ecosystem/support/bad-manifest', import.meta.url).pathname;
  await expect(Documents.load(true, folder)).rejects.toThrow('is not the hash of its text');
});
