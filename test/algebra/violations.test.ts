import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import type { Report } from './report.ts';
import { report } from './report.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await server.stop();
});

interface Side {
  readonly value: number;
  readonly qualifier: string;
  readonly values: { indicator: { code: string }; sources: { id: string }[] }[];
}

interface Violation {
  readonly rule: { readonly code: string };
  readonly left: Side;
  readonly relation: string;
  readonly right: Side;
  readonly difference: number;
}

const SIDE = '{ value qualifier values { indicator { code } sources { id } } }';

async function violations(organization: string, period: string, knownAt?: string): Promise<Violation[]> {
  const query = `query ($organization: String!, $period: Period!, $knownAt: DateTime) {
    organization(code: $organization) { violations(period: $period, knownAt: $knownAt) { rule { code } left ${SIDE} relation right ${SIDE} difference } }
  }`;
  const data = await server.data<{ organization: { violations: Violation[] } }>(query, {
    organization,
    period,
    knownAt,
  });
  return data.organization.violations;
}

function lineOf({ rule, left, relation, right }: Violation): string {
  return `${rule.code}: ${left.value} ${relation} ${right.value}`;
}

test('of the published figures only the bloc’s share of admissions does not fit', async () => {
  const found = await violations('K52-01', '2023');
  expect(found.map(({ rule, left, relation }) => [rule.code, left.value, relation])).toEqual([
    ['RATES_FOLLOW_FROM_COUNTS', 4.12, 'EQUAL'],
  ]);
  expect(found[0]?.right.value).toBeCloseTo(4.0888, 3);
  expect(found[0]?.left.values.flatMap(({ sources }) => sources.map(({ id }) => id))).toContain(
    'article-binh-dinh-agencies-2023',
  );
  expect(await violations('H509', '2023-01-01/2023-09-30')).toEqual([]);
});

test('57 % where 26 of at least 45 give at most 57.8 % is left open by the bound', async () => {
  expect(await violations('X02335', 'TERM-2020-2025/..')).toEqual([]);
});

const FIGURES = { organization: 'H513', period: '2023' };

test.each<[string, Report[], string[]]>([
  [
    'forms that add up to more than all',
    [
      { ...FIGURES, indicator: 'MEMBERS_DISCIPLINED', value: 5 },
      { ...FIGURES, indicator: 'MEMBERS_DISCIPLINED', dimensions: { FORM: 'WARNING' }, value: 4 },
      { ...FIGURES, indicator: 'MEMBERS_DISCIPLINED', dimensions: { FORM: 'REPRIMAND' }, value: 2 },
    ],
    ['MEMBERS_DISCIPLINED_BY_FORM: 6 EQUAL 5'],
  ],
  [
    'all parts of a complete dimension that leave a rest',
    [
      { ...FIGURES, indicator: 'MEMBERS_LEFT', value: 9 },
      ...['REMOVED', 'EXPELLED', 'WITHDRAWN', 'DIED'].map((REASON) => ({
        ...FIGURES,
        indicator: 'MEMBERS_LEFT',
        dimensions: { REASON },
        value: 2,
      })),
    ],
    ['MEMBERS_LEFT_BY_REASON: 8 EQUAL 9'],
  ],
  [
    'more admitted than trained',
    [
      { ...FIGURES, indicator: 'MEMBERS_ADMITTED', value: 12 },
      { ...FIGURES, indicator: 'TRAINEES', dimensions: { AUDIENCE: 'CANDIDATES' }, value: 10 },
    ],
    ['ADMITTED_WERE_TRAINED: 12 AT_MOST 10'],
  ],
  [
    'stocks of the same day that do not add up',
    [
      { ...FIGURES, indicator: 'PARTY_MEMBERS', period: '2023-12-31', value: 1000 },
      { ...FIGURES, indicator: 'OFFICIAL_MEMBERS', period: '2023-12-31', value: 900 },
      { ...FIGURES, indicator: 'PROBATIONARY_MEMBERS', period: '2023-12-31', value: 99 },
    ],
    ['MEMBERS_OFFICIAL_AND_PROBATIONARY: 999 EQUAL 1000'],
  ],
  [
    'a balance that does not close',
    [
      { ...FIGURES, indicator: 'PARTY_MEMBERS', period: '2022-12-31', value: 990 },
      { ...FIGURES, indicator: 'MEMBERS_TRANSFERRED_IN', value: 3 },
      { ...FIGURES, indicator: 'MEMBERS_TRANSFERRED_OUT', value: 2 },
    ],
    ['MEMBERS_BALANCE: 1005 EQUAL 1011'],
  ],
  [
    'a unit that reports less than what is below it, unless of another day',
    [
      { ...FIGURES, indicator: 'PETITIONS_HANDLED', value: 3 },
      { ...FIGURES, organization: 'X20800', indicator: 'PETITIONS_HANDLED', value: 4 },
      { ...FIGURES, indicator: 'SECTION_COMMITTEES', period: '2023-06-30', value: 3 },
      { ...FIGURES, organization: 'X20800', indicator: 'SECTION_COMMITTEES', period: '2023-12-31', value: 4 },
    ],
    ['REPORT_AND_BELOW: 4 AT_MOST 3'],
  ],
])('%s', async (_, reports, expected) => {
  const before = (await violations('H513', '2023')).map(lineOf);
  await report(server, reports);
  const after = (await violations('H513', '2023')).map(lineOf);
  expect(after.filter((line) => !before.includes(line))).toEqual(expected);
});

test('parts that a bound leaves open, or that are not all there, prove nothing', async () => {
  const unit = { organization: 'H073', period: '2023' };
  await report(server, [
    { ...unit, indicator: 'MEMBERS_DISCIPLINED', value: 5, qualifier: 'AT_LEAST' },
    { ...unit, indicator: 'MEMBERS_DISCIPLINED', dimensions: { FORM: 'WARNING' }, value: 7 },
    { ...unit, indicator: 'ORGANIZATIONS_DISCIPLINED', value: 5 },
    { ...unit, indicator: 'ORGANIZATIONS_DISCIPLINED', dimensions: { FORM: 'WARNING' }, value: 1 },
  ]);
  expect(await violations('H073', '2023')).toEqual([]);
});

test('figures with gaps prove nothing: what some units report is no more than a part', async () => {
  await report(server, [
    { organization: 'X02317', period: '2022', indicator: 'MEMBERS_ADMITTED', value: 12 },
    {
      organization: 'X02335',
      period: '2022',
      indicator: 'TRAINEES',
      dimensions: { AUDIENCE: 'CANDIDATES' },
      value: 10,
    },
  ]);
  expect(await violations('H073', '2022')).toEqual([]);
});

test('what was corrected later is no violation any more, and was one before', async () => {
  await report(server, [
    {
      ...FIGURES,
      indicator: 'TRAINEES',
      dimensions: { AUDIENCE: 'CANDIDATES' },
      value: 40,
      knownAt: '2024-06-01T00:00:00Z',
    },
  ]);
  const codes = async (knownAt?: string): Promise<string[]> =>
    (await violations('H513', '2023', knownAt)).map(({ rule }) => rule.code);
  expect(await codes()).not.toContain('ADMITTED_WERE_TRAINED');
  expect(await codes('2024-03-01T00:00:00Z')).toContain('ADMITTED_WERE_TRAINED');
});
