import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { report } from './report.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await server.stop();
});

const NINE_MONTHS = '2023-01-01/2023-09-30';

interface Derived {
  readonly value: number;
  readonly qualifier: string;
  readonly low: number;
  readonly high: number | null;
  readonly certain: boolean;
  readonly rule: string;
}

const DERIVED = '{ value qualifier low high certain rule }';

async function value<Data>(
  organization: string,
  code: string,
  period: string,
  fields: string,
  dimensions: object[] = [],
): Promise<Data> {
  const query = `query ($organization: String!, $code: IndicatorCode!, $period: Period!, $dimensions: [DimensionFilter!]) {
    organization(code: $organization) { indicator(code: $code, period: $period, dimensions: $dimensions) { ${fields} } }
  }`;
  const data = await server.data<{ organization: { indicator: Data } }>(query, {
    organization,
    code,
    period,
    dimensions,
  });
  return data.organization.indicator;
}

async function check<Data>(
  organization: string,
  code: string,
  period: string,
  by: string[],
  fields: string,
): Promise<Data> {
  const query = `query ($organization: String!, $code: IndicatorCode!, $period: Period!, $by: [DimensionName!]!) {
    organization(code: $organization) { breakdownCheck(code: $code, period: $period, by: $by) { ${fields} } }
  }`;
  const data = await server.data<{ organization: { breakdownCheck: Data } }>(query, { organization, code, period, by });
  return data.organization.breakdownCheck;
}

const MARGIN =
  '{ dimensions { name value } total { value } cells { dimensions { value } value { value } } sum difference agreement }';

interface Margin {
  readonly dimensions: { name: string; value: string }[];
  readonly total: { value: number | null };
  readonly cells: { dimensions: { value: string }[]; value: { value: number } }[];
  readonly sum: number | null;
  readonly difference: number | null;
  readonly agreement: string;
}

function lineOf({ dimensions, cells, total, sum, agreement }: Margin): string {
  const parts = cells.map((cell) => `${cell.dimensions.map(({ value: each }) => each).join(' ')} ${cell.value.value}`);
  return `${dimensions.map(({ value: each }) => each).join() || 'ALL'}: ${parts.join(', ')} = ${sum} of ${total.value} ${agreement}`;
}

describe('discipline in Quế Sơn', () => {
  test.each([
    ['FORM', 'ALL: EXPULSION 2, REPRIMAND 16 = 18 of 18 AGREES'],
    ['BY', 'ALL: GRASSROOTS 14, INSPECTION_COMMISSION 4 = 18 of 18 AGREES'],
  ])('by %s adds up', async (by, expected) => {
    const { whole } = await check<{ whole: Margin }>(
      'H509',
      'MEMBERS_DISCIPLINED',
      NINE_MONTHS,
      [by],
      `whole ${MARGIN}`,
    );
    expect(lineOf(whole)).toBe(expected);
  });

  test('crossed by form and authority adds up along every line, and says who expelled nobody', async () => {
    const fields = `whole ${MARGIN} margins ${MARGIN} derived { dimensions { name value } derived ${DERIVED} }`;
    const { whole, margins, derived } = await check<{
      whole: Margin;
      margins: Margin[];
      derived: { dimensions: object[]; derived: Derived }[];
    }>('H509', 'MEMBERS_DISCIPLINED', NINE_MONTHS, ['FORM', 'BY'], fields);
    expect([whole, ...margins].map(lineOf)).toEqual([
      'ALL: GRASSROOTS REPRIMAND 14, INSPECTION_COMMISSION EXPULSION 2, INSPECTION_COMMISSION REPRIMAND 2 = 18 of 18 AGREES',
      'GRASSROOTS: GRASSROOTS REPRIMAND 14 = 14 of 14 AGREES',
      'INSPECTION_COMMISSION: INSPECTION_COMMISSION EXPULSION 2, INSPECTION_COMMISSION REPRIMAND 2 = 4 of 4 AGREES',
      'EXPULSION: INSPECTION_COMMISSION EXPULSION 2 = 2 of 2 AGREES',
      'REPRIMAND: GRASSROOTS REPRIMAND 14, INSPECTION_COMMISSION REPRIMAND 2 = 16 of 16 AGREES',
    ]);
    expect(derived).toEqual([
      {
        dimensions: [
          { name: 'BY', value: 'GRASSROOTS' },
          { name: 'FORM', value: 'EXPULSION' },
        ],
        derived: { value: 0, qualifier: 'EXACT', low: 0, high: 0, certain: true, rule: '14 − 14 = 0' },
      },
    ]);
  });

  test('what follows stays apart from what was reported', async () => {
    const dimensions = [
      { name: 'BY', value: 'GRASSROOTS' },
      { name: 'FORM', value: 'EXPULSION' },
    ];
    const cell = await value<{ value: null; status: string; derived: Derived[] }>(
      'H509',
      'MEMBERS_DISCIPLINED',
      NINE_MONTHS,
      `value status derived ${DERIVED}`,
      dimensions,
    );
    expect(cell).toMatchObject({ value: null, status: 'MISSING' });
    expect(cell.derived.map(({ rule }) => rule).sort()).toEqual(['14 − 14 = 0', '2 − 2 = 0']);
  });
});

describe('parts and totals of others', () => {
  test('inspections of organisations and of members have no total', async () => {
    const { whole } = await check<{ whole: Margin }>(
      'K52-01',
      'INSPECTIONS',
      '2023',
      ['BY', 'SUBJECT'],
      `whole ${MARGIN}`,
    );
    expect(whole).toMatchObject({ sum: null, difference: null, agreement: 'NOT_ADDITIVE' });
  });

  test('26 cells and 46 committees are the 72 grassroots organisations', async () => {
    const { whole } = await check<{ whole: Margin }>(
      'K52-01',
      'GRASSROOTS_ORGANIZATIONS',
      '2023',
      ['KIND'],
      `whole ${MARGIN}`,
    );
    expect(lineOf(whole)).toBe('ALL: GRASSROOTS_CELL 26, GRASSROOTS_COMMITTEE 46 = 72 of 72 AGREES');
  });

  test('"30 and 40 years: 26" says nothing of 30 alone', async () => {
    const badge = await value('K52-01', 'PARTY_BADGES_PROPOSED', '2023', `value status derived ${DERIVED}`, [
      { name: 'YEARS', value: '30' },
    ]);
    expect(badge).toEqual({ value: null, status: 'MISSING', derived: [] });
  });

  test('parts of a list that may grow make no total', async () => {
    const inspected = await value('K52-01', 'MEMBERS_DISCIPLINED', '2022', 'value status');
    expect(inspected).toEqual({ value: null, status: 'MISSING' });
    await report(
      server,
      [
        'COMMITTEE',
        'STANDING_COMMITTEE',
        'INSPECTION_COMMISSION_AND_DEPARTMENTS',
        'INSPECTION_COMMISSION',
        'GRASSROOTS_COMMITTEE',
        'CELL',
      ].map((BY) => ({
        organization: 'K52-01',
        indicator: 'MEMBERS_DISCIPLINED',
        period: '2022',
        dimensions: { BY },
        value: 1,
      })),
    );
    expect(await value('K52-01', 'MEMBERS_DISCIPLINED', '2022', 'value status')).toEqual(inspected);
  });

  test('one reprimand and no total: at least one member was disciplined', async () => {
    const disciplined = await value('X20800', 'MEMBERS_DISCIPLINED', '2023', `value status derived ${DERIVED}`);
    expect(disciplined).toEqual({
      value: null,
      status: 'MISSING',
      derived: [
        {
          value: 1,
          qualifier: 'AT_LEAST',
          low: 1,
          high: null,
          certain: false,
          rule: '1 = 1, and the parts that nobody reported',
        },
      ],
    });
  });
});

function about(value: number): unknown {
  return expect.closeTo(value, 1);
}

describe('figures that follow from published rates', () => {
  test('713 conclusions after +31.3 % were 543 the year before, derived and not reported', async () => {
    const before = await value<{ value: null; status: string; derived: Derived[] }>(
      'K52-01',
      'POLITICAL_STANDARD_CONCLUSIONS',
      '2022',
      `value status derived ${DERIVED}`,
    );
    expect(before).toMatchObject({ value: null, status: 'MISSING' });
    expect(before.derived).toEqual([
      {
        value: 543,
        qualifier: 'EXACT',
        low: about(542.82),
        high: about(543.24),
        certain: true,
        rule: '713 / (1 + 31.3 %) = 543',
      },
    ]);
  });

  test('nothing is derived where there is a value', async () => {
    expect(await value('K52-01', 'POLITICAL_STANDARD_CONCLUSIONS', '2023', `value derived ${DERIVED}`)).toEqual({
      value: 713,
      derived: [],
    });
    expect(await value('K52-01', 'MEMBERS_DISCIPLINED', '2023', `value derived ${DERIVED}`)).toEqual({
      value: 12,
      derived: [],
    });
  });

  test('100 % of 7 are 7 members admitted in Quế Xuân 1', async () => {
    const admitted = await value<{ derived: Derived[] }>(
      'X20644',
      'MEMBERS_ADMITTED',
      NINE_MONTHS,
      `derived ${DERIVED}`,
    );
    expect(admitted.derived).toMatchObject([{ value: 7, certain: true, rule: '7 × 100 % = 7' }]);
  });

  test('210 admitted are 100 % of a target of 210 that was not published', async () => {
    const admitted = await value<{ target: null; derivedTarget: Derived[] }>(
      'K52-01',
      'MEMBERS_ADMITTED',
      '2023',
      `target derivedTarget ${DERIVED}`,
    );
    expect(admitted).toMatchObject({ target: null, derivedTarget: [{ value: 210, rule: '210 / 100 % = 210' }] });
  });
});
