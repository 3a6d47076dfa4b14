import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await server.stop();
});

const NINE_MONTHS = '2023-01-01/2023-09-30';

async function value<Data>(organization: string, code: string, period: string, fields: string): Promise<Data> {
  const query = `query ($organization: String!, $code: IndicatorCode!, $period: Period!) {
    organization(code: $organization) { indicator(code: $code, period: $period) { ${fields} } }
  }`;
  const data = await server.data<{ organization: { indicator: Data } }>(query, { organization, code, period });
  return data.organization.indicator;
}

describe('admissions of all Quảng Nam for nine months', () => {
  test('are those of Quế Sơn, and coverage says who is missing', async () => {
    const fields =
      'value reported rolledUp coverage { expected answered rate missing { totalCount nodes { code } } } contributions { nodes { organization { code } value } }';
    const admitted = await value<Record<string, unknown>>('T49', 'MEMBERS_ADMITTED', NINE_MONTHS, fields);
    expect(admitted).toMatchObject({
      value: 84,
      reported: null,
      rolledUp: 84,
      contributions: { nodes: [{ organization: { code: 'H509' }, value: 84 }] },
    });
    const coverage = admitted['coverage'] as {
      expected: number;
      answered: number;
      missing: { totalCount: number; nodes: { code: string }[] };
    };
    expect(coverage.answered).toBe(1);
    expect(coverage.missing.totalCount).toBe(coverage.expected - 1);
    expect(coverage.missing.nodes.map(({ code }) => code)).toContain('H513');
    expect(coverage.missing.nodes.map(({ code }) => code)).not.toContain('H509');
  });

  test('are not held against the target of others: the whole country has no achievement', async () => {
    const nation = await value<{ value: number; target: number; achievement: null }>(
      'VN',
      'MEMBERS_ADMITTED',
      '2023',
      'value target achievement',
    );
    expect(nation.value).toBeGreaterThan(0);
    expect(nation.target).toBeGreaterThan(0);
    expect(nation.achievement).toBeNull();
  });
});

describe('published rates beside recomputed ones', () => {
  test.each([
    ['K52-01', 'MEMBERS_ADMITTED_SHARE', '2023', 4.12, 210, 5136, 'EXACT'],
    ['X02335', 'MEMBERS_ADMITTED_TARGET_RATE', 'TERM-2020-2025/..', 57, 26, 45, 'AT_MOST'],
    ['H509', 'MEMBERS_ADMITTED_TARGET_RATE', NINE_MONTHS, 98.8, 84, 85, 'EXACT'],
  ])('%s %s', async (organization, code, period, reported, top, bottom, bound) => {
    const rate = await value<{ reported: number; rolledUp: number; discrepancy: number; discrepancyQualifier: string }>(
      organization,
      code,
      period,
      'value reported rolledUp discrepancy discrepancyQualifier',
    );
    expect(rate).toMatchObject({
      value: reported,
      reported,
      discrepancyQualifier: bound === 'AT_MOST' ? 'AT_LEAST' : 'EXACT',
    });
    expect(rate.rolledUp).toBeCloseTo((top * 100) / bottom, 6);
    expect(rate.discrepancy).toBeCloseTo(reported - (top * 100) / bottom, 6);
  });
});
