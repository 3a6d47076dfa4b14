import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { report } from './report.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  const early = { knownAt: '2024-02-01T00:00:00Z' };
  const late = { knownAt: '2024-05-01T00:00:00Z' };
  const h513 = { organization: 'H513', indicator: 'PETITIONS_HANDLED' };
  await report(server, [
    ...['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'].map((period, at) => ({ ...h513, period, value: at + 1, ...early })),
    { ...h513, period: '2023-Q2', value: 20, ...late },
    { ...h513, period: '2022', value: 8, ...early },
    { ...h513, period: '2022', value: 16, ...late },
    { organization: 'H513', indicator: 'PETITIONS_HANDLED', period: '2023', role: 'TARGET', value: 20, ...early },
    { organization: 'H513', indicator: 'PETITIONS_HANDLED', period: '2023', role: 'TARGET', value: 40, ...late },
    { organization: 'H513', indicator: 'PETITIONS_HANDLED', period: '2023-Q1', role: 'TARGET', value: 2, ...early },
    { organization: 'H509', indicator: 'PETITIONS_HANDLED', period: '2023', value: 100, ...late },
    ...['2023-03-31', '2023-08-15', '2023-11-30'].map((period, at) => ({
      organization: 'H513',
      indicator: 'CELLS',
      period,
      value: 100 + at,
      ...early,
    })),
    { organization: 'H513', indicator: 'CELL_MEETING_SCORE', period: '2023', value: 90, denominator: 2, ...early },
    { organization: 'H509', indicator: 'CELL_MEETING_SCORE', period: '2023', numerator: 60, denominator: 1, ...early },
    { organization: 'H513', indicator: 'ORGANIZATION_CLASSIFICATION', period: '2023', value: 1, ...early },
    { organization: 'H509', indicator: 'ORGANIZATION_CLASSIFICATION', period: '2023', value: 2, ...early },
    { organization: 'X20644', indicator: 'ORGANIZATION_CLASSIFICATION', period: '2023', value: 2, ...early },
    { organization: 'H073', indicator: 'ORGANIZATION_CLASSIFICATION', period: '2023', value: 2, ...early },
  ]);
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await server.stop();
});

async function organization<Data>(code: string, fields: string): Promise<Data> {
  return (
    await server.data<{ organization: Data }>(`query ($code: String!) { organization(code: $code) { ${fields} } }`, {
      code,
    })
  ).organization;
}

describe('what was known then', () => {
  const at = (moment: string): string => `knownAt: "${moment}"`;
  const question = (rest: string, fields: string): string =>
    `indicator(code: "PETITIONS_HANDLED", period: "2023", ${rest}) { ${fields} }`;

  test.each([
    ['2024-01-01T00:00:00Z', null, null, null, 0],
    ['2024-03-01T00:00:00Z', 10, 8, 20, 1],
    ['2024-06-01T00:00:00Z', 28, 16, 40, 2],
  ])('at %s: value, previous year, target and coverage alike', async (moment, value, before, target, answered) => {
    const fields = 'value target achievement previousYear { value } contributions { nodes { value } }';
    const { indicator } = await organization<{ indicator: { contributions: { nodes: { value: number }[] } } }>(
      'H513',
      question(at(moment), fields),
    );
    const achievement = value === null || target === null ? null : (value / target) * 100;
    expect(indicator).toMatchObject({ value, target, achievement, previousYear: { value: before } });
    expect(indicator.contributions.nodes.map((each) => each.value).sort((a, b) => a - b)).toEqual(
      value === null ? [] : [1, 3, 4, value - 8].sort((a, b) => a - b),
    );
    const above = await organization<{ indicator: { coverage: { answered: number } } }>(
      'T49',
      question(at(moment), 'coverage { answered }'),
    );
    expect(above.indicator.coverage.answered).toBe(answered);
  });

  test.each([
    ['2024-03-01T00:00:00Z', [1, 2, 3, 4]],
    ['2024-06-01T00:00:00Z', [1, 20, 3, 4]],
  ])('a series at %s', async (moment, expected) => {
    const { series } = await organization<{ series: { value: number }[] }>(
      'H513',
      `series(code: "PETITIONS_HANDLED", from: "2023", to: "2023", by: QUARTER, ${at(moment)}) { value }`,
    );
    expect(series.map(({ value }) => value)).toEqual(expected);
  });

  test('a breakdown before its parts were known is empty', async () => {
    const breakdown = (moment: string): string =>
      `breakdown(code: "MEMBERS_DISCIPLINED", period: "2023-01-01/2023-09-30", by: ["FORM"], ${at(moment)}) { value { value } }`;
    expect(await organization('H509', breakdown('2023-10-01T00:00:00Z'))).toEqual({ breakdown: [] });
    expect(await organization('H509', breakdown('2023-12-01T00:00:00Z'))).toEqual({
      breakdown: [{ value: { value: 2 } }, { value: { value: 16 } }],
    });
  });
});

describe('time', () => {
  test('a series by quarter rolls up, by year adds the quarters, and shows what is missing', async () => {
    const series = (by: string): string =>
      `series(code: "PETITIONS_HANDLED", from: "2022", to: "2023", by: ${by}) { period value status }`;
    expect(await organization('T49', series('YEAR'))).toEqual({
      series: [
        { period: '2022', value: 16, status: 'OBSERVED' },
        { period: '2023', value: 128, status: 'OBSERVED' },
      ],
    });
    const { series: quarters } = await organization<{
      series: { period: string; value: number | null; status: string }[];
    }>('T49', series('QUARTER'));
    expect(quarters.map(({ period, value, status }) => `${period} ${value} ${status}`)).toEqual([
      ...[1, 2, 3, 4].map((quarter) => `2022-Q${quarter} null MISSING`),
      '2023-Q1 1 OBSERVED',
      '2023-Q2 20 OBSERVED',
      '2023-Q3 3 OBSERVED',
      '2023-Q4 4 OBSERVED',
    ]);
  });

  test.each([
    ['2023', 102, '2023-11-30'],
    ['2023-Q1', 100, '2023-03-31'],
    ['2023-01-01/2023-09-30', 101, '2023-08-15'],
    ['2023-04', null, null],
  ])('a stock of %s is the last within it, and says of which day', async (period, value, asOf) => {
    const expected = { indicator: { value, asOf } };
    expect(await organization('H513', `indicator(code: "CELLS", period: "${period}") { value asOf }`)).toEqual(
      expected,
    );
  });

  test('a target is that of the very period, else of the year that holds it', async () => {
    const target = (period: string): string =>
      `indicator(code: "PETITIONS_HANDLED", period: "${period}") { target targetPeriod achievement }`;
    expect(await organization('H513', target('2023-Q1'))).toEqual({
      indicator: { target: 2, targetPeriod: '2023-Q1', achievement: 50 },
    });
    expect(await organization('H513', target('2023-Q2'))).toEqual({
      indicator: { target: 40, targetPeriod: '2023', achievement: 50 },
    });
  });

  test('what is approximate answers for itself alone, and what is undated for nothing', async () => {
    const rounds = (period: string): string => `indicator(code: "PETITIONS_HANDLED", period: "${period}") { value }`;
    expect(await organization('H509', rounds('2023-01-01/2023-10-01~'))).toEqual({ indicator: { value: 7 } });
    expect(await organization('H509', rounds('2023-01-01/2023-10-01'))).toEqual({ indicator: { value: null } });
    const secretaries =
      'observations(code: "NONLOCAL_GRASSROOTS_SECRETARY_RATE") { nodes { period numerator denominator } } indicator(code: "NONLOCAL_GRASSROOTS_SECRETARY_RATE", period: "2023") { value status }';
    expect(await organization('H073', secretaries)).toEqual({
      observations: { nodes: [{ period: null, numerator: 22, denominator: 24 }] },
      indicator: { value: null, status: 'MISSING' },
    });
  });
});

describe('several together', () => {
  const KINDS = [
    'PETITIONS_HANDLED',
    'CELLS',
    'CELL_MEETING_SCORE',
    'MEMBERS_ADMITTED_TARGET_RATE',
    'ORGANIZATION_CLASSIFICATION',
  ];
  const FIELDS =
    'value status statusReason qualifier numerator denominator reported rolledUp discrepancy target asOf coverage { expected answered onTime } contributions { totalCount }';

  test('indicators of all kinds asked together say what each says alone', async () => {
    for (const code of ['T49', 'H513', 'VN']) {
      const together = await organization<{ indicators: unknown[] }>(
        code,
        `indicators(codes: ${JSON.stringify(KINDS)}, period: "2023") { ${FIELDS} }`,
      );
      const alone: unknown[] = [];
      for (const each of KINDS)
        alone.push(
          (await organization<{ indicator: unknown }>(code, `indicator(code: "${each}", period: "2023") { ${FIELDS} }`))
            .indicator,
        );
      expect(together.indicators).toEqual(alone);
    }
  });

  test('an average comes with its weight', async () => {
    expect(
      await organization(
        'T49',
        'indicator(code: "CELL_MEETING_SCORE", period: "2023") { value numerator denominator }',
      ),
    ).toEqual({ indicator: { value: 80, numerator: 240, denominator: 3 } });
  });

  test('all of it takes one statement for facts, whatever is asked beside', async () => {
    const fields = `indicators(codes: ${JSON.stringify(KINDS)}, period: "2023-Q3") { ${FIELDS} previousYear { value } }`;
    const { statements } = await server.watch(() =>
      organization('T49', `children(first: 50, on: "2023-06-01") { nodes { ${fields} } }`),
    );
    const facts = statements.filter(({ name }) => name === 'facts');
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.length).toBeLessThanOrEqual(3);
  });

  test('classes are counted, and never combined', async () => {
    const counts =
      'classCounts(code: "ORGANIZATION_CLASSIFICATION", period: "2023") { value count organizations { code } } indicator(code: "ORGANIZATION_CLASSIFICATION", period: "2023") { value status }';
    expect(await organization('T49', counts)).toEqual({
      classCounts: [
        { value: 1, count: 1, organizations: [{ code: 'H513' }] },
        { value: 2, count: 2, organizations: [{ code: 'H509' }, { code: 'X20644' }] },
      ],
      indicator: { value: null, status: 'MISSING' },
    });
    const wrong = await server.ask('{ nation { classCounts(code: "CELLS", period: "2023") { value } } }');
    expect(wrong.errors?.[0]?.extensions.code).toBe('COMBINATION_ILLEGAL');
  });
});

describe('a total of several units', () => {
  const total = (codes: string[], indicator: string, combine?: string, period = '2023'): string =>
    `{ total(codes: ${JSON.stringify(codes)}, indicator: "${indicator}", period: "${period}"${combine === undefined ? '' : `, combine: ${combine}`}) { value status numerator denominator coverage { expected answered missing { nodes { code } } } values { value } } }`;

  test.each<[string[], string, object]>([
    [
      ['H513', 'H509'],
      'PETITIONS_HANDLED',
      { value: 128, status: 'OBSERVED', values: [{ value: 28 }, { value: 100 }] },
    ],
    [['H513', 'H509'], 'CELL_MEETING_SCORE', { value: 80, numerator: 240, denominator: 3 }],
    [['K52-01', 'H073'], 'MEMBERS_ADMITTED_SHARE', { numerator: 210, denominator: 5136, coverage: { answered: 1 } }],
    [[], 'PETITIONS_HANDLED', { value: null, status: 'MISSING' }],
  ])('%j %s', async (codes, indicator, expected) => {
    expect((await server.data<{ total: object }>(total(codes, indicator))).total).toMatchObject(expected);
  });

  test.each<[string, string[], string, string | undefined, string]>([
    ['a ratio that is summed', ['H513', 'H509'], 'MEMBERS_ADMITTED_SHARE', 'SUM', 'COMBINATION_ILLEGAL'],
    ['a count that is recomputed', ['H513', 'H509'], 'PETITIONS_HANDLED', 'RECOMPUTE', 'COMBINATION_ILLEGAL'],
    ['a class', ['H513', 'H509'], 'ORGANIZATION_CLASSIFICATION', undefined, 'COMBINATION_ILLEGAL'],
    ['what crosses borders', ['H513', 'H509'], 'MEMBERS_TRANSFERRED_IN', undefined, 'COMBINATION_ILLEGAL'],
    ['a unit and one below it', ['T49', 'X20800'], 'PETITIONS_HANDLED', undefined, 'COMBINATION_ILLEGAL'],
    ['a unit twice', ['H513', 'H513'], 'PETITIONS_HANDLED', undefined, 'COMBINATION_ILLEGAL'],
    ['a unit that there is not', ['H513', 'H999999'], 'PETITIONS_HANDLED', undefined, 'ORGANIZATION_UNKNOWN'],
  ])('%s is refused', async (_, codes, indicator, combine, expected) => {
    const { errors } = await server.ask(total(codes, indicator, combine));
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([expected]);
  });
});
