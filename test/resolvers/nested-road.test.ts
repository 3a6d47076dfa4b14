import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** From the province down to the cells, each level by its own name, on the tree of any day. */

const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';
const REFORM = '2025-07-01';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const seed = await Seed.open(server.database.url);
  await seed.units([
    { code: 'P', kind: 'PROVINCE', parent: 'VN' },
    { code: 'P-D1', kind: 'DISTRICT', parent: 'P', to: REFORM },
    { code: 'P-D2', kind: 'DISTRICT', parent: 'P', to: REFORM },
    { code: 'P-K1', kind: 'BLOC', parent: 'P', to: REFORM },
    { code: 'P-X0', kind: 'GRASSROOTS_COMMITTEE', parent: 'P', to: REFORM },
    { code: 'P-X1', kind: 'GRASSROOTS_COMMITTEE', parent: 'P-D1', to: REFORM },
    { code: 'P-X2', kind: 'GRASSROOTS_CELL', parent: 'P-D1', to: REFORM },
    { code: 'P-K1-X1', kind: 'GRASSROOTS_COMMITTEE', parent: 'P-K1', to: REFORM },
    { code: 'P-X1-S1', kind: 'SECTION_COMMITTEE', parent: 'P-X1', to: REFORM },
    { code: 'P-X1-C1', kind: 'CELL', parent: 'P-X1', to: REFORM },
    { code: 'P-X1-C2', kind: 'CELL', parent: 'P-X1-S1', to: REFORM },
    { code: 'P-N1', kind: 'COMMUNE', parent: 'P', from: REFORM },
  ]);
  // The cell lives on: it hangs directly under the new commune, as a grassroots cell.
  await seed.sql(`update organization set closed_on = null where code = 'P-X1-C1'`);
  await seed.sql(
    `insert into placement (organization_id, parent_id, kind, valid)
     select c.id, n.id, 'GRASSROOTS_CELL', '[${REFORM},)' from organization c, organization n where c.code = 'P-X1-C1' and n.code = 'P-N1'`,
  );
  await seed.close();
});
afterAll(() => server.stop());

const ROAD = `query ($on: Date) {
  province(code: "P") {
    districts(on: $on, first: 5) { totalCount nodes { ...Unit grassrootsOrganizations(on: $on, first: 5) { nodes { ...Grassroots } } } }
    blocs(on: $on, first: 5) { nodes { ...Unit grassrootsOrganizations(on: $on, first: 5) { nodes { ...Unit } } } }
    communes(on: $on, first: 5) { nodes { ...Unit grassrootsOrganizations(on: $on, first: 5) { nodes { ...Grassroots } } } }
    grassrootsOrganizations(on: $on, first: 5) { nodes { ...Unit } }
  }
}
fragment Unit on PartyOrganization { __typename code kind }
fragment Grassroots on GrassrootsOrganization {
  ...Unit
  sectionCommittees(on: $on, first: 5) { nodes { ...Unit cells(on: $on, first: 5) { nodes { ...Unit } } } }
  cells(on: $on, first: 5) { totalCount nodes { ...Unit parent(on: $on) { code } } }
}`;

const unit = (__typename: string, code: string, kind: string): object => ({ __typename, code, kind });
const committee = (code: string): object => unit('GrassrootsOrganization', code, 'GRASSROOTS_COMMITTEE');

test('before the reform: districts, blocs, grassroots organisations, section committees and cells', async () => {
  const { province } = await server.data<{ province: object }>(ROAD, { on: BEFORE });
  const section = unit('SectionCommittee', 'P-X1-S1', 'SECTION_COMMITTEE');
  const [first, second] = [unit('Cell', 'P-X1-C1', 'CELL'), unit('Cell', 'P-X1-C2', 'CELL')];
  expect(province).toEqual({
    districts: {
      totalCount: 2,
      nodes: [
        {
          ...unit('District', 'P-D1', 'DISTRICT'),
          grassrootsOrganizations: {
            nodes: [
              {
                ...committee('P-X1'),
                sectionCommittees: { nodes: [{ ...section, cells: { nodes: [second] } }] },
                cells: {
                  totalCount: 2,
                  nodes: [
                    { ...first, parent: { code: 'P-X1' } },
                    { ...second, parent: { code: 'P-X1-S1' } },
                  ],
                },
              },
              {
                ...unit('GrassrootsOrganization', 'P-X2', 'GRASSROOTS_CELL'),
                sectionCommittees: { nodes: [] },
                cells: { totalCount: 0, nodes: [] },
              },
            ],
          },
        },
        { ...unit('District', 'P-D2', 'DISTRICT'), grassrootsOrganizations: { nodes: [] } },
      ],
    },
    blocs: { nodes: [{ ...unit('Bloc', 'P-K1', 'BLOC'), grassrootsOrganizations: { nodes: [committee('P-K1-X1')] } }] },
    communes: { nodes: [] },
    grassrootsOrganizations: { nodes: [committee('P-X0')] },
  });
});

test.each([[AFTER], [null]])('since the reform (%s): communes, and the cell under one of them', async (on) => {
  const { province } = await server.data<{ province: object }>(ROAD, { on });
  const cell = unit('GrassrootsOrganization', 'P-X1-C1', 'GRASSROOTS_CELL');
  expect(province).toEqual({
    districts: { totalCount: 0, nodes: [] },
    blocs: { nodes: [] },
    communes: {
      nodes: [
        {
          ...unit('Commune', 'P-N1', 'COMMUNE'),
          grassrootsOrganizations: {
            nodes: [{ ...cell, sectionCommittees: { nodes: [] }, cells: { totalCount: 0, nodes: [] } }],
          },
        },
      ],
    },
    grassrootsOrganizations: { nodes: [] },
  });
});

test('the same cell by its code, on either side', async () => {
  const { organization } = await server.data<{ organization: object }>(
    `{ organization(code: "P-X1-C1") { __typename id kind openedOn closedOn
       before: ancestors(on: "${BEFORE}") { code __typename } after: ancestors(on: "${AFTER}") { code __typename } } }`,
  );
  expect(organization).toMatchObject({
    __typename: 'GrassrootsOrganization',
    kind: 'GRASSROOTS_CELL',
    closedOn: null,
    before: [
      { code: 'P-X1', __typename: 'GrassrootsOrganization' },
      { code: 'P-D1', __typename: 'District' },
      { code: 'P', __typename: 'Province' },
      { code: 'VN', __typename: 'Nation' },
    ],
    after: [
      { code: 'P-N1', __typename: 'Commune' },
      { code: 'P', __typename: 'Province' },
      { code: 'VN', __typename: 'Nation' },
    ],
  });
});

test('children take all kinds or some, page by page', async () => {
  const pages: string[] = [];
  for (let after: string | null = null; ;) {
    const {
      organization,
    }: {
      organization: {
        children: {
          nodes: { code: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
          totalCount: number;
        };
      };
    } = await server.data(
      `query ($after: String) { organization(code: "P") { children(on: "${BEFORE}", first: 3, after: $after) { nodes { code } totalCount pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    pages.push(organization.children.nodes.map(({ code }) => code).join(' '));
    expect(organization.children.totalCount).toBe(4);
    if (!organization.children.pageInfo.hasNextPage) break;
    after = organization.children.pageInfo.endCursor;
  }
  expect(pages).toEqual(['P-D1 P-D2 P-K1', 'P-X0']);
  const some = await server.data(
    `{ organization(code: "P") { children(on: "${BEFORE}", kinds: [BLOC, COMMUNE]) { totalCount nodes { code } } } }`,
  );
  expect(some).toEqual({ organization: { children: { totalCount: 1, nodes: [{ code: 'P-K1' }] } } });
});

test('the provinces of the nation before and after', async () => {
  const counts = await server.data(`{
    before: provinces(on: "${BEFORE}", first: 1) { totalCount }
    after: provinces(on: "${AFTER}", first: 1) { totalCount }
    nation { __typename code kind parent { code } ancestors { code } before: provinces(on: "${BEFORE}", first: 1) { totalCount } }
  }`);
  // The province of this test is one more than the country has.
  expect(counts).toEqual({
    before: { totalCount: 63 + 1 },
    after: { totalCount: 34 + 1 },
    nation: {
      __typename: 'Nation',
      code: 'VN',
      kind: 'NATION',
      parent: null,
      ancestors: [],
      before: { totalCount: 63 + 1 },
    },
  });
});
