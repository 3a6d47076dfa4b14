import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

interface Found {
  nodes: { code: string; name: string; kind: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function search(variables: object): Promise<Found> {
  const query = `query ($name: String!, $kinds: [OrganizationKind!], $on: Date, $first: Int, $after: String) {
    searchOrganizations(name: $name, kinds: $kinds, on: $on, first: $first, after: $after) {
      nodes { code name kind } totalCount pageInfo { hasNextPage endCursor }
    }
  }`;
  return (await server.data<{ searchOrganizations: Found }>(query, variables)).searchOrganizations;
}

test.each(['que son', 'Quế Sơn', 'QUẾ SƠN', '  quế   sơn ', 'Quế Sơn'.normalize('NFD'), 'huyen que son'])(
  '%j finds Quế Sơn',
  async (name) => {
    const { nodes } = await search({ name, kinds: ['DISTRICT'] });
    expect(nodes).toEqual([{ code: 'H509', name: 'Đảng bộ huyện Quế Sơn', kind: 'DISTRICT' }]);
  },
);

test.each([
  ['đắk lắk', 'T66'],
  ['Dak Lak', 'T66'],
  ['ĐÀ NẴNG', 'T48'],
])('%j finds %s', async (name, code) => {
  const { nodes } = await search({ name, kinds: ['PROVINCE'], on: '2024-01-01' });
  expect(nodes[0]?.code).toBe(code);
});

test('the best match comes first: the whole name, then its end, then a word, then anywhere', async () => {
  const { nodes } = await search({ name: 'que son', first: 50 });
  const endings = nodes.map(({ name }) => name.endsWith('Quế Sơn'));
  expect(endings).toContain(true);
  expect(endings.lastIndexOf(true)).toBeLessThan(endings.includes(false) ? endings.indexOf(false) : Infinity);
});

test('a day leaves those that were open on it', async () => {
  expect((await search({ name: 'huyện Quế Sơn', on: '2025-06-30' })).totalCount).toBe(1);
  expect((await search({ name: 'huyện Quế Sơn', on: '2025-07-01' })).totalCount).toBe(0);
  expect((await search({ name: 'huyện Quế Sơn' })).totalCount).toBe(1);
});

test('pages of a search give every match once', async () => {
  const all = await search({ name: 'son', kinds: ['DISTRICT'], first: 1000 });
  expect(all.totalCount).toBeGreaterThan(20);
  const met: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo, totalCount }: Found = await search({ name: 'son', kinds: ['DISTRICT'], first: 7, after });
    expect(totalCount).toBe(all.totalCount);
    met.push(...nodes.map(({ code }) => code));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(met).toEqual(all.nodes.map(({ code }) => code));
});

test.each(['', '   ', 'không có nơi nào tên như thế', '%', '_', '\\'])('%j finds nothing', async (name) => {
  expect(await search({ name })).toEqual({
    nodes: [],
    totalCount: 0,
    pageInfo: { hasNextPage: false, endCursor: null },
  });
});

test('a retired unit is found by its code as it was, with what became of it', async () => {
  const { organization } = await server.data<{ organization: object }>(
    '{ organization(code: "T49") { name kind closedOn parent { code } children { totalCount } successors { kind on to { code } } predecessors { kind } } }',
  );
  expect(organization).toMatchObject({
    name: 'Đảng bộ tỉnh Quảng Nam',
    kind: 'PROVINCE',
    closedOn: '2025-07-01',
    parent: null,
    children: { totalCount: 0 },
    successors: [{ kind: 'MERGED', on: '2025-07-01', to: { code: expect.any(String) as string } }],
    predecessors: [],
  });
});
