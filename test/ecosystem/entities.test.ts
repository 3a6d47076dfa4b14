import { type Asker, startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let administrator: Asker;

beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.as({ role: 'ADMINISTRATOR' });
  await server.orm.em.getConnection().execute(
    `insert into member (id, full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status, synthetic)
     overriding system value
     select n, 'Người ' || n, 'FEMALE', '1980-01-01', '01', 'X', 'X', '2010-01-01', 'OFFICIAL', true
     from generate_series(1, 200) n`,
  );
});

afterAll(async () => {
  await server.stop();
});

interface Entity {
  readonly __typename: string;
  readonly [field: string]: unknown;
}
type Representation = Readonly<Record<string, unknown>>;

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on PartyOrganization { id code closedOn indicator(code: "PARTY_MEMBERS", period: "2023") { status } }
    ... on AdministrativeUnit { codeList code organization { code } }
    ... on Indicator { indicatorCode: code }
    ... on SourceDocument { id title }
    ... on Member { id fullName }
  }
}`;

/** Asks for entities, and counts the statements that it took. */
async function entities(
  representations: readonly Representation[],
): Promise<{ found: readonly (Entity | null)[]; statements: string[] }> {
  const { result, statements } = await server.watch(() =>
    administrator.data<{ _entities: readonly (Entity | null)[] }>(ENTITIES, { representations }),
  );
  return { found: result._entities, statements: statements.map(({ name }) => name).sort() };
}

async function idOf(code: string): Promise<string> {
  const { organization } = await server.data<{ organization: { id: string } }>(
    'query ($code: String!) { organization(code: $code) { id } }',
    { code },
  );
  return organization.id;
}

describe('one entity', () => {
  test.each<[string, Representation, Partial<Entity> | null]>([
    ['a unit by its code', { __typename: 'District', code: 'H509' }, { code: 'H509' }],
    [
      'a unit by the interface',
      { __typename: 'PartyOrganization', code: 'T49' },
      { __typename: 'Province', code: 'T49' },
    ],
    ['a retired unit', { __typename: 'District', code: 'H509' }, { closedOn: '2025-07-01' }],
    ['a unit by a type that it never was', { __typename: 'Cell', code: 'H509' }, null],
    ['an unknown unit', { __typename: 'Province', code: 'T00' }, null],
    [
      'a code of the old list',
      { __typename: 'AdministrativeUnit', codeList: 'VN-2024', code: '52' },
      { organization: { code: 'T52' } },
    ],
    [
      'the same code of the new list',
      { __typename: 'AdministrativeUnit', codeList: 'VN-2025', code: '52' },
      { organization: { code: '2025-T52' } },
    ],
    ['a code of no list', { __typename: 'AdministrativeUnit', codeList: 'VN-1999', code: '52' }, null],
    ['an indicator', { __typename: 'Indicator', code: 'PARTY_MEMBERS' }, { indicatorCode: 'PARTY_MEMBERS' }],
    ['an unknown indicator', { __typename: 'Indicator', code: 'NONE_SUCH' }, null],
    ['a source', { __typename: 'SourceDocument', id: 'article-que-son-2023' }, { id: 'article-que-son-2023' }],
    ['an unknown source', { __typename: 'SourceDocument', id: 'none' }, null],
    ['a member', { __typename: 'Member', id: '7' }, { fullName: 'Người 7' }],
    ['an unknown member', { __typename: 'Member', id: '999999' }, null],
    ['an id that is none', { __typename: 'Member', id: '7; drop' }, null],
  ])('%s', async (_, representation, expected) => {
    const [entity] = (await entities([representation])).found;
    if (expected === null) expect(entity).toBeNull();
    else expect(entity).toMatchObject({ __typename: representation['__typename'], ...expected });
  });

  test('the code and the id of a unit find the same', async () => {
    const id = await idOf('X20644');
    const { found } = await entities([
      { __typename: 'GrassrootsOrganization', id },
      { __typename: 'GrassrootsOrganization', code: 'X20644' },
    ]);
    expect(found[0]).toEqual(found[1]);
    expect(found[0]).toMatchObject({ id, code: 'X20644' });
  });
});

/** Mixed representations, many of them twice, some unknown, some retired; beside each what should come back. */
async function mixture(count: number): Promise<{ representations: Representation[]; expected: (string | null)[] }> {
  const { provinces } = await server.data<{ provinces: { nodes: { id: string; code: string }[] } }>(
    '{ provinces(on: "2025-06-30") { nodes { id code } } }',
  );
  const representations: Representation[] = [];
  const expected: (string | null)[] = [];
  const add = (representation: Representation, key: string | null): void => {
    representations.push(representation);
    expected.push(key);
  };
  for (let at = 0; representations.length < count; at += 1) {
    const { id, code } = provinces.nodes[at % provinces.nodes.length] ?? { id: '', code: '' };
    add({ __typename: 'Province', code }, code);
    add({ __typename: 'Province', id }, code);
    add({ __typename: 'District', code: 'H509' }, 'H509');
    add({ __typename: 'Province', code: `T${1000 + at}` }, null);
    add({ __typename: 'Member', id: String(1 + (at % 200)) }, String(1 + (at % 200)));
    add({ __typename: 'Member', id: String(500_000 + at) }, null);
    add({ __typename: 'AdministrativeUnit', codeList: 'VN-2025', code: '20650' }, '20650');
    add({ __typename: 'Indicator', code: 'PARTY_MEMBERS' }, 'PARTY_MEMBERS');
    add({ __typename: 'SourceDocument', id: 'article-que-son-2023' }, 'article-que-son-2023');
    add({ __typename: 'SourceDocument', id: `none-${at}` }, null);
  }
  return { representations: representations.slice(0, count), expected: expected.slice(0, count) };
}

test('500 mixed ones come in order, repeats kept, null for the unknown, by as many statements as 10', async () => {
  const [few, many] = [await mixture(10), await mixture(500)];
  await entities(few.representations);
  const ofFew = await entities(few.representations);
  const ofMany = await entities(many.representations);
  const keys = ofMany.found.map(
    (entity) => entity && String(entity['code'] ?? entity['indicatorCode'] ?? entity['id']),
  );
  expect(keys).toEqual(many.expected);
  expect(ofMany.statements).toEqual(expect.arrayContaining(['journal-since', 'members', 'sources']));
  expect(ofMany.statements).toEqual(ofFew.statements);
});

test('the public is refused members here as everywhere, and given the rest', async () => {
  const representations = [
    { __typename: 'Member', id: '7' },
    { __typename: 'District', code: 'H509' },
  ];
  const { data, errors } = await server.ask<{ _entities: readonly (Entity | null)[] }>(ENTITIES, { representations });
  expect(data?._entities).toEqual([null, expect.objectContaining({ code: 'H509' })]);
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['_entities', 0], 'FORBIDDEN']]);
});
