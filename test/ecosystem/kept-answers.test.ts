import { MANIFEST } from './support/manifest.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

const ROLL_UP = Object.entries(MANIFEST).find(([, text]) => text.includes('query RollUp'))?.[0] ?? '';
const VARIABLES = { code: 'X20644', indicators: ['PARTY_MEMBERS'], period: '2023-11-01' };

interface Told {
  readonly status: number;
  readonly tag: string | null;
  readonly keep: string | null;
  readonly text: string;
}

async function get(headers: Record<string, string> = {}, parameters: Record<string, string> = {}): Promise<Told> {
  const search = new URLSearchParams({ documentId: ROLL_UP, variables: JSON.stringify(VARIABLES), ...parameters });
  const response = await fetch(`${server.url}?${search}`, {
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
  });
  const { status } = response;
  return {
    status,
    tag: response.headers.get('etag'),
    keep: response.headers.get('cache-control'),
    text: await response.text(),
  };
}

async function change(statement: string): Promise<void> {
  await server.orm.em.getConnection().execute(statement);
}

test('an unchanged roll-up costs a 304, and one small statement', async () => {
  const first = await get();
  expect(first).toMatchObject({ status: 200, keep: 'public, no-cache' });
  expect(first.text).toContain('"value":222');
  const { result: again, statements } = await server.watch(() => get({ 'if-none-match': first.tag ?? '' }));
  expect(again).toEqual({ status: 304, tag: first.tag, keep: 'public, no-cache', text: '' });
  expect(statements.map(({ name }) => name)).toEqual(['journal-since']);
});

test.each([
  [
    'a figure',
    `update observation set value = 223 where organization_id = (select id from organization where code = 'X20644') and indicator_code = 'PARTY_MEMBERS'`,
    '"value":223',
  ],
  [
    'a source',
    `update source_document set title = 'Another title' where id = 'article-que-son-2023'`,
    '"title":"Another title"',
  ],
  ['a name', `update organization set name = 'Another name' where code = 'X20644'`, '"name":"Another name"'],
  [
    'the catalogue',
    `update indicator set name_en = 'Another indicator' where code = 'PARTY_MEMBERS'`,
    '"nameEn":"Another indicator"',
  ],
])('a change of %s shows at once', async (_, statement, expected) => {
  const { tag } = await get();
  await change(statement);
  const after = await get({ 'if-none-match': tag ?? '' });
  expect(after.status).toBe(200);
  expect(after.text).toContain(expected);
  expect(after.tag).not.toBe(tag);
});

test('what depends on the question, the media type or the one who asks has another tag', async () => {
  const tags = [
    await get(),
    await get({ accept: 'application/json' }),
    await get({}, { variables: JSON.stringify({ ...VARIABLES, code: 'H509' }) }),
  ].map(({ tag }) => tag);
  expect(new Set(tags).size).toBe(3);
  expect(tags).not.toContain(null);
});

test.each<[string, Record<string, string>]>([
  ['an answer with errors', { variables: JSON.stringify({ ...VARIABLES, period: 'yesterday' }) }],
  ['a text without a hash', { documentId: '', query: '{ nation { code } }' }],
])('%s is not kept', async (_, parameters) => {
  const search = new URLSearchParams({ documentId: ROLL_UP, variables: JSON.stringify(VARIABLES), ...parameters });
  if (parameters['documentId'] === '') search.delete('documentId');
  const response = await fetch(`${server.url}?${search}`, { headers: { 'content-type': 'application/json' } });
  expect(response.headers.get('etag')).toBeNull();
});

const ASK = 'query Kept($code: String!) { organization(code: $code) { name } }';

async function post(body: string, headers: Record<string, string> = {}): Promise<Told> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { status } = response;
  return { status, tag: null, keep: response.headers.get('content-type'), text: await response.text() };
}

const asking = (code: string, query = ASK): string => JSON.stringify({ query, variables: { code } });

describe('the same body sent again', () => {
  test('gets the same answer after one look at the journal, and another one as soon as the data change', async () => {
    const first = await post(asking('X20800'));
    const { result: again, statements } = await server.watch(() => post(asking('X20800')));
    expect(again).toEqual(first);
    expect(again.keep).toMatch(/^application\/json/);
    expect(statements.map(({ name }) => name)).toEqual(['journal-since']);
    await change(`update organization set name = 'A new name' where code = 'X20800'`);
    expect((await post(asking('X20800'))).text).toContain('A new name');
  });

  test('gets the media type that is asked for', async () => {
    await post(asking('X20644'));
    const { keep } = await post(asking('X20644'), { accept: 'application/graphql-response+json' });
    expect(keep).toMatch(/^application\/graphql-response\+json/);
  });

  test('is refused with a token that is none, however often it was answered', async () => {
    await post(asking('X20644'));
    const { status, text } = await post(asking('X20644'), { authorization: 'Bearer none' });
    expect([status, text]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
  });

  test('has its error again', async () => {
    const [first, again] = [await post(asking('X20644', `${ASK} query`)), await post(asking('X20644', `${ASK} query`))];
    expect(first.text).toContain('"errors"');
    expect(again).toEqual(first);
  });

  test('of a mutation runs it again', async () => {
    const administrator = await server.as({ role: 'ADMINISTRATOR' });
    const rename = `mutation { renameOrganization(input: { on: "2024-05-06", decision: "1-QĐ/TU", code: "X20644", name: "Chi bộ Thử" }) { operation { kind } } }`;
    expect(await administrator.ask(rename)).toMatchObject({
      data: { renameOrganization: { operation: { kind: 'RENAME' } } },
    });
    const operations = 'select count(*)::int as count from structure_operation';
    const [before] = await server.orm.em.getConnection().execute<{ count: number }[]>(operations);
    const again = await administrator.ask(rename);
    const [after] = await server.orm.em.getConnection().execute<{ count: number }[]>(operations);
    expect([after?.count === (before?.count ?? 0) + 1, again.errors !== undefined]).toContain(true);
  });
});

/** Tables whose changes no kept answer could show, and why. */
const NOT_TOLD = {
  journal: 'the journal itself',
  journal_horizon: 'the journal itself',
  mikro_orm_migrations: 'no data',
  register_state: 'how far the register is made',
  member_reading: 'answers about members are never kept',
  member_reading_head: 'answers about members are never kept',
  structure_operation: 'changes organisations or their places in the same transaction',
  structure_operation_unit: 'changes organisations or their places in the same transaction',
  placement_guard: 'a lock',
  report_event: 'changes the report in the same transaction',
  report_figure: 'changes the report in the same transaction',
  import_file: 'is in no answer',
  import_job: 'answers about imports are never kept',
  member_correction: 'answers about members are never kept',
  member_erasure: 'answers about members are never kept',
};

test('every table tells the journal of its changes', async () => {
  const silent = await server.orm.em.getConnection().execute<{ name: string }[]>(
    `select c.relname as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not exists (
       select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
       where t.tgrelid = c.oid and p.proname ~ '^(journal_|register_)'
     )`,
  );
  expect(silent.map(({ name }) => name).filter((name) => !(name in NOT_TOLD))).toEqual([]);
});
