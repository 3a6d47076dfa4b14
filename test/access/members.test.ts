import { Seed } from '../support/seed.ts';
import type { Answer, Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import type { People, Person } from './people.ts';
import { CELLS, settle, UNITS_OF_A } from './people.ts';

/** Who sees which members, over HTTP, on every road that leads to them. */
let server: TestServer;
let seed: Seed;
let people: People;
let officer: Asker;
let administrator: Asker;
beforeAll(async () => {
  server = await startTestServer();
  seed = await Seed.open(server.database.url);
  people = await settle(seed);
  officer = await server.as({ role: 'officer', unit: '2025-X20650' });
  administrator = await server.as({ role: 'administrator' });
});
afterAll(async () => {
  await seed.close();
  await server.stop();
});

interface Page {
  totalCount: number;
  nodes: { id: string; fullName: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface CellData {
  organization: { code: string; members: Page | null };
}
const CELL = `query ($code: String!, $on: Date, $first: Int, $after: String) {
  organization(code: $code) { code ...M }
}
fragment M on GrassrootsOrganization {
  members(on: $on, first: $first, after: $after) { totalCount nodes { id fullName } pageInfo { hasNextPage endCursor } }
}`;
const codes = ({ errors = [] }: Answer<unknown>): string[] => errors.map(({ extensions }) => extensions.code);
const ENTITIES = `query ($all: [_Any!]!) { _entities(representations: $all) { __typename ... on Member { id fullName cell { code } } } }`;
const asEntities = (names: readonly Person[]): object => ({
  all: names.map((name) => ({ __typename: 'Member', id: people[name] })),
});
const namesIn = ({ nodes }: Page): string[] => nodes.map(({ fullName }) => fullName);
async function membersOf(asker: Asker, code: string, more: object = {}): Promise<Page> {
  const { organization } = await asker.data<CellData>(CELL, { code, ...more });
  if (!organization.members) throw new Error('no members');
  return organization.members;
}

describe.each(['public', 'analyst'])('%s', (role) => {
  let asker: Asker;
  beforeAll(async () => {
    asker = role === 'public' ? server : await server.as({ role });
  });

  test('is refused a cell’s members, and gets the cell', async () => {
    const answer = await asker.ask<CellData>(CELL, { code: CELLS.a });
    expect(answer.data).toEqual({ organization: { code: CELLS.a, members: null } });
    expect(codes(answer)).toEqual(['FORBIDDEN']);
  });

  test('is refused the number alone', async () => {
    const answer = await asker.ask(
      `{ organization(code: "${CELLS.a}") { ... on GrassrootsOrganization { members { totalCount } } } }`,
    );
    expect(answer.data).toEqual({ organization: { members: null } });
  });

  test('is told the same of a member that there is and of one that there is not', async () => {
    const ask = async (id: number): Promise<Answer<unknown>> =>
      asker.ask(ENTITIES, { all: [{ __typename: 'Member', id }] });
    const [there, nowhere] = [await ask(people.An), await ask(2_147_000_000)];
    expect(codes(there)).toEqual(['FORBIDDEN']);
    expect(there).toEqual(nowhere);
  });
});

describe('an officer', () => {
  test.each(UNITS_OF_A)('of %s sees who is in the subtree today', async (unit) => {
    const { totalCount, nodes } = await membersOf(await server.as({ role: 'officer', unit }), CELLS.a);
    expect(nodes.map(({ fullName }) => fullName)).toEqual(['An', 'Binh', 'Dung']);
    expect(totalCount).toBe(3);
  });

  test('sees nobody of another cell, and not how many there are', async () => {
    const page = await membersOf(officer, CELLS.b);
    expect(page).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  test('of yesterday’s members sees those who are still in the subtree', async () => {
    const [a, b] = [
      await membersOf(officer, CELLS.a, { on: '2023-06-30' }),
      await membersOf(officer, CELLS.b, { on: '2023-06-30' }),
    ];
    expect(namesIn(a)).toEqual(['An', 'Binh']);
    expect(a.totalCount).toBe(2);
    expect(namesIn(b)).toEqual(['Dung']);
    expect(b.totalCount).toBe(1);
  });

  test('gets pages of what is to be seen, one by one', async () => {
    const first = await membersOf(officer, CELLS.a, { first: 2 });
    expect(namesIn(first)).toEqual(['An', 'Binh']);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await membersOf(officer, CELLS.a, { first: 2, after: first.pageInfo.endCursor });
    expect(namesIn(second)).toEqual(['Dung']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('finds by _entities whom the unit has, and of the others nothing: no error either', async () => {
    const { data, errors } = await officer.ask<{ _entities: ({ fullName: string } | null)[] }>(
      ENTITIES,
      asEntities(['An', 'Chi', 'Dung', 'Em', 'Gia']),
    );
    expect(errors).toBeUndefined();
    expect(data?._entities.map((each) => each?.fullName)).toEqual(['An', undefined, 'Dung', undefined, undefined]);
  });

  test('is told the same of a member of others and of one that there is not', async () => {
    const ask = async (id: number): Promise<Answer<unknown>> =>
      officer.ask(ENTITIES, { all: [{ __typename: 'Member', id }] });
    expect(await ask(people.Chi)).toEqual(await ask(2_147_000_000));
  });

  test('of a unit elsewhere sees none of them', async () => {
    const other = await server.as({ role: 'officer', unit: '2025-X20791' });
    expect(await membersOf(other, CELLS.a)).toMatchObject({ totalCount: 0, nodes: [] });
    const { data } = await other.ask<{ _entities: unknown[] }>(ENTITIES, asEntities(['An', 'Binh', 'Dung']));
    expect(data).toEqual({ _entities: [null, null, null] });
  });
});

describe('an administrator', () => {
  test('sees everybody, also who left', async () => {
    const { data } = await administrator.ask<{ _entities: { fullName: string; cell: { code: string } | null }[] }>(
      ENTITIES,
      asEntities(['An', 'Chi', 'Gia']),
    );
    expect(data?._entities.map(({ fullName, cell }) => [fullName, cell?.code])).toEqual([
      ['An', CELLS.a],
      ['Chi', CELLS.b],
      ['Gia', undefined],
    ]);
    expect(namesIn(await membersOf(administrator, CELLS.a, { on: '2023-06-30' }))).toEqual(['An', 'Binh', 'Em', 'Gia']);
  });
});

/** Every one of these must bring no more than the officer may see: three of the first cell. */
const ROADS: readonly (readonly [string, string])[] = [
  ['aliases', `{ x: organization(code: "${CELLS.b}") { ...F } y: organization(code: "${CELLS.b}") { ...F } }`],
  ['an inline fragment on the interface', `{ organization(code: "${CELLS.b}") { ... on PartyOrganization { ...F } } }`],
  ['a list', `{ organizations(codes: ["${CELLS.b}"]) { ...F } }`],
  ['the nested road', `{ organization(code: "2025-X20791") { children { nodes { ...F } } } }`],
  [
    'a walk back',
    `{ organization(code: "H509") { parent(on: "2023-06-30") { children(on: "2023-06-30", first: 20) { nodes { children(on: "2023-06-30", first: 40) {
      nodes { children(on: "2023-06-30", first: 2) { nodes { ...C } } } } } } } } }`,
  ],
  [
    '_entities of the cell',
    `{ _entities(representations: [{ __typename: "PartyOrganization", code: "${CELLS.b}" }]) { ...F } }`,
  ],
  ['another day’s cell', `{ organization(code: "X20800") { children(on: "2023-06-30") { nodes { ...C } } } }`],
];
const FRAGMENTS = `
  fragment F on GrassrootsOrganization { code m: members { edges { node { n: fullName } } nodes { fullName } totalCount } }
  fragment C on Cell { code m: members(on: "2026-03-01", first: 5) { edges { node { n: fullName } } nodes { fullName } totalCount } }`;

test.each(ROADS)('by %s nobody of others is seen, nor counted', async (_, query) => {
  const used = `${query} ${FRAGMENTS.split('\n')
    .filter(
      (line) =>
        (line.includes('fragment F') && query.includes('...F')) ||
        (line.includes('fragment C') && query.includes('...C')),
    )
    .join('\n')}`;
  const answer = await officer.ask(used);
  const text = JSON.stringify(answer);
  expect(answer.errors).toBeUndefined();
  expect(text).toContain('"totalCount"');
  for (const name of ['Chi', 'Em', 'Gia']) expect(text).not.toContain(name);
  const open = await administrator.ask(used);
  expect(JSON.stringify(open)).toContain('Chi');
  const closed = await server.ask(used);
  expect(codes(closed)).toContain('FORBIDDEN');
  expect(JSON.stringify(closed.data)).not.toMatch(/"(An|Binh|Chi|Dung|Em)"|totalCount/);
});

test('what is asked of members costs the same statements for one and for many', async () => {
  const ask = async (first: number) => {
    const { statements } = await server.watch(() => membersOf(officer, CELLS.a, { first }));
    return statements.map(({ name }) => name);
  };
  expect(await ask(1)).toEqual(['journal-since', 'member-pages', 'members-in-cells', 'member-readings']);
  expect(await ask(3)).toEqual(await ask(1));
});

test('search is the same for everybody, and finds no member', async () => {
  const found = await officer.data(`{ searchOrganizations(name: "Chi", first: 100) { nodes { name } } }`);
  expect(found).toEqual(await server.data(`{ searchOrganizations(name: "Chi", first: 100) { nodes { name } } }`));
  expect(JSON.stringify(found)).not.toContain('"Chi"');
});

test('nothing of this was unforeseen', () => {
  expect(server.unexpected).toEqual([]);
});
