import type {
  NestedRoadQuery,
  NineMonthsQuery,
  ReportedFactsQuery,
} from '../../examples/operations/generated/operations.ts';
import {
  FindUnitsDocument,
  NestedRoadDocument,
  NineMonthsDocument,
  ReportedFactsDocument,
} from '../../examples/operations/generated/operations.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** The operations of examples/, as their generated types have them. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('nine months against the target of the year', async () => {
  const variables = { code: 'H509', period: '2023-01-01/2023-09-30' };
  const { organization } = await server.data<NineMonthsQuery>(NineMonthsDocument.toString(), variables);
  expect(organization).toEqual({
    name: 'Đảng bộ huyện Quế Sơn',
    indicator: {
      indicator: { code: 'MEMBERS_ADMITTED', nameEn: expect.any(String) as string, unit: expect.any(String) as string },
      period: '2023-01-01/2023-09-30',
      value: 84,
      qualifier: 'EXACT',
      status: 'OBSERVED',
      statusReason: null,
      coverage: { expected: 1, answered: 1 },
      target: 85,
      targetPeriod: '2023',
      achievement: expect.closeTo(98.82, 2) as number,
      sources: [{ title: 'Quế Sơn tập trung xây dựng, chỉnh đốn Đảng', publishedOn: '2023-11-01' }],
    },
  });
});

test('the nested road', async () => {
  const variables = { province: 'T49', on: '2023-12-31', period: '2023' };
  const { province } = await server.data<NestedRoadQuery>(NestedRoadDocument.toString(), variables);
  const queSon = province?.districts.nodes.find(({ code }) => code === 'H509');
  expect(queSon?.indicator).toMatchObject({ value: 3716, period: '2023', qualifier: 'EXACT' });
  expect(queSon?.grassrootsOrganizations.nodes.map(({ code }) => code)).toContain('X20644');
});

test('reported facts, page by page', async () => {
  const met: ReportedFactsQuery[] = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const page: ReportedFactsQuery = await server.data(ReportedFactsDocument.toString(), {
      code: 'K52-01',
      first: 7,
      after,
    });
    met.push(page);
    const { hasNextPage, endCursor } = page.organization?.observations.pageInfo ?? { hasNextPage: false };
    after = hasNextPage ? endCursor : undefined;
  }
  const facts = met.flatMap(({ organization }) => organization?.observations.nodes ?? []);
  expect(facts).toHaveLength(met[0]?.organization?.observations.totalCount ?? 0);
  expect(new Set(facts.map((fact) => JSON.stringify(fact))).size).toBe(facts.length);
  expect(met).toHaveLength(Math.ceil(facts.length / 7));
});

test('units by name', async () => {
  const { searchOrganizations } = await server.data<{ searchOrganizations: { nodes: object[] } }>(
    FindUnitsDocument.toString(),
    {
      name: 'que son',
      kinds: ['DISTRICT'],
    },
  );
  expect(searchOrganizations.nodes).toMatchObject([
    { __typename: 'District', code: 'H509', closedOn: '2025-07-01', adminUnit: { codeList: 'VN-2024', code: '509' } },
  ]);
});
