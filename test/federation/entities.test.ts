import type { Answer, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

type Representation = Readonly<Record<string, unknown>>;
interface Entity {
  __typename: string;
  id?: string;
  code?: string;
}

const QUERY = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Nation { id code }
    ... on Province { id code closedOn }
    ... on District { id code closedOn parent(on: "2025-06-30") { code } }
    ... on Bloc { id code }
    ... on Commune { id code }
    ... on GrassrootsOrganization { id code kind }
    ... on Cell { id code kind }
    ... on AdministrativeUnit { codeList unitCode: code name organization { code } }
    ... on Indicator { indicatorCode: code indicatorKind: kind }
    ... on SourceDocument { id title }
    ... on Member { id }
  }
}`;
const resolve = async (representations: readonly unknown[]): Promise<Answer<{ _entities: (Entity | null)[] }>> =>
  server.ask(QUERY, { representations });
const entities = async (representations: readonly Representation[]): Promise<(Entity | null)[]> => {
  const { data, errors } = await resolve(representations);
  expect(errors).toBeUndefined();
  return data?._entities ?? [];
};
async function idOf(code: string): Promise<string> {
  const { organization } = await server.data<{ organization: { id: string } }>(
    'query ($code: String!) { organization(code: $code) { id } }',
    { code },
  );
  return organization.id;
}

test('a unit is found by its code and by its id, as text or number', async () => {
  const id = await idOf('H509');
  const found = await entities([
    { __typename: 'District', code: 'H509' },
    { __typename: 'District', id },
    { __typename: 'District', id: Number(id) },
  ]);
  const queSon = { __typename: 'District', id, code: 'H509', closedOn: '2025-07-01', parent: { code: 'T49' } };
  expect(found).toEqual([queSon, queSon, queSon]);
});

test('types are mixed, the order and the repeats of the question are kept', async () => {
  const found = await entities([
    { __typename: 'SourceDocument', id: 'article-que-son-2023' },
    { __typename: 'District', code: 'H509' },
    { __typename: 'AdministrativeUnit', codeList: 'VN-2024', code: '509' },
    { __typename: 'Indicator', code: 'PARTY_MEMBERS' },
    { __typename: 'Nation', code: 'VN' },
    { __typename: 'District', code: 'H509' },
    { __typename: 'Bloc', code: 'K52-01' },
    { __typename: 'SourceDocument', id: 'article-que-son-2023' },
  ]);
  expect(found).toMatchObject([
    { __typename: 'SourceDocument', id: 'article-que-son-2023', title: 'Quế Sơn tập trung xây dựng, chỉnh đốn Đảng' },
    { __typename: 'District', code: 'H509' },
    { __typename: 'AdministrativeUnit', codeList: 'VN-2024', unitCode: '509', organization: { code: 'H509' } },
    { __typename: 'Indicator', indicatorCode: 'PARTY_MEMBERS', indicatorKind: 'STOCK' },
    { __typename: 'Nation', code: 'VN' },
    { __typename: 'District', code: 'H509' },
    { __typename: 'Bloc', code: 'K52-01' },
    { __typename: 'SourceDocument', id: 'article-que-son-2023' },
  ]);
});

test('by the interface, a unit comes as what it is', async () => {
  const id = await idOf('X20644');
  expect(
    await entities([
      { __typename: 'PartyOrganization', code: 'H509' },
      { __typename: 'PartyOrganization', id },
      { __typename: 'PartyOrganization', code: '2025-X20650' },
      { __typename: 'PartyOrganization', code: 'NOPE' },
    ]),
  ).toMatchObject([
    { __typename: 'District', code: 'H509' },
    { __typename: 'GrassrootsOrganization', id },
    { __typename: 'Commune' },
    null,
  ]);
});

test.each<[string, Representation]>([
  ['an unknown code', { __typename: 'District', code: 'NOPE' }],
  ['an unknown id', { __typename: 'District', id: '2147483647' }],
  ['an id beyond all ids', { __typename: 'District', id: '9999999999' }],
  ['no key at all', { __typename: 'District' }],
  ['a key of null', { __typename: 'District', code: null }],
  ['a code that is a list', { __typename: 'District', code: ['H509'] }],
  ['a unit of another type', { __typename: 'Province', code: 'H509' }],
  ['a state unit of a list that is none', { __typename: 'AdministrativeUnit', codeList: 'VN-1900', code: '509' }],
  ['an unknown source', { __typename: 'SourceDocument', id: 'nope' }],
  ['a source with a NUL', { __typename: 'SourceDocument', id: 'a\0b' }],
  ['an unknown indicator', { __typename: 'Indicator', code: 'NOPE' }],
])('%s is null, and the others stay', async (_, representation) => {
  const known = { __typename: 'Indicator', code: 'CELLS' };
  expect(await entities([known, representation, known])).toMatchObject([
    { indicatorCode: 'CELLS' },
    null,
    { indicatorCode: 'CELLS' },
  ]);
});

test.each([
  ['an unknown type', { __typename: 'Village', code: 'H509' }],
  ['a type without a key', { __typename: 'Coverage', expected: 1 }],
  ['a name of every object', { __typename: 'constructor' }],
  ['no type', { code: 'H509' }],
  ['a text', 'H509'],
  ['a list', [{ __typename: 'District', code: 'H509' }]],
])('%s is a mistake in its own place', async (_, representation) => {
  const known = { __typename: 'District', code: 'H509' };
  const { data, errors } = await resolve([known, representation, known]);
  expect(data?._entities).toMatchObject([{ code: 'H509' }, null, { code: 'H509' }]);
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(/^Expected an object with a key and a __typename out of .*; got .*\.$/) as string,
      path: ['_entities', 1],
      extensions: { code: 'REPRESENTATION_INVALID' },
    },
  ]);
});

test.each(['1', '2147483647', '3000000000', 3e9])(
  'whether there is a member %s is not told to the public',
  async (id) => {
    const known = { __typename: 'Indicator', code: 'CELLS' };
    const { data, errors } = await resolve([known, { __typename: 'Member', id }, known]);
    expect(data?._entities).toMatchObject([{ indicatorCode: 'CELLS' }, null, { indicatorCode: 'CELLS' }]);
    expect(errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'FORBIDDEN' } }]);
  },
);

test('what fails in one place leaves the others in theirs', async () => {
  const orm = server.orm.em.getConnection();
  await orm.execute('alter table source_document rename to hidden');
  try {
    const { data, errors } = await resolve([
      { __typename: 'SourceDocument', id: 'article-que-son-2023' },
      { __typename: 'District', code: 'H509' },
      { __typename: 'SourceDocument', id: 'article-que-son-2023' },
      { __typename: 'Indicator', code: 'CELLS' },
    ]);
    expect(data?._entities).toMatchObject([null, { code: 'H509' }, null, { indicatorCode: 'CELLS' }]);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['_entities', 0], 'INTERNAL_SERVER_ERROR'],
      [['_entities', 2], 'INTERNAL_SERVER_ERROR'],
    ]);
  } finally {
    await orm.execute('alter table hidden rename to source_document');
  }
});

test('the same code in two lists is two places', async () => {
  const codes = ['VN-2024', 'VN-2025'].map((codeList) => ({ __typename: 'AdministrativeUnit', codeList, code: '52' }));
  const found = await entities(codes);
  expect(found).toMatchObject([{ name: 'Tỉnh Bình Định' }, { name: expect.stringContaining('Gia Lai') as string }]);
});

test('no representation, no entity', async () => {
  expect(await entities([])).toEqual([]);
});
