import type { IndicatorKind, Qualifier } from '../../src/facts/indicators/indicator.ts';
import { parsePeriod } from '../../src/periods/parse.ts';
import { dayOf, formatDay } from '../../src/periods/day.ts';
import { answerOf } from '../../src/rollup/answer.ts';
import type { Figures } from '../../src/rollup/best.ts';
import { coverageOf, missingFrom } from '../../src/rollup/coverage.ts';
import type { MadeFact, World } from './generated.ts';
import { figuresOf } from './generated.ts';

/** Nation 0; province 1 with communes 3 and 4; province 2 with commune 5. */
const UNITS = [-1, 0, 0, 1, 1, 2].map((parent) => ({ parent, moves: undefined, closedOn: undefined }));
const [NATION, PROVINCE, , COMMUNE] = [0, 1, 2, 3];

function fact(unit: number, value: number | null, rest: Partial<MadeFact> = {}): MadeFact {
  return { unit, period: '2023', value, numerator: null, denominator: null, qualifier: 'EXACT', knownAt: 1, ...rest };
}

function parts(unit: number, numerator: number, denominator: number, value: number | null = null): MadeFact {
  return fact(unit, value, { numerator, denominator });
}

function world(...facts: MadeFact[]): World {
  return { units: UNITS, facts };
}

function lineOf(figures: Figures, index: number): string {
  const unit = figures.tree.unit(index);
  const { value, reported, rolledUp, status, qualifier } = answerOf(figures.figure(unit), undefined, true);
  const { answered, expected } = coverageOf(figures, unit, false);
  return `${value} (${reported}/${rolledUp}) ${status} ${qualifier} ${answered} of ${expected}`;
}

/** Kind × level × what is missing: value (reported/rolled up), status, bound, coverage. */
test.each<[IndicatorKind, string, MadeFact[], number, string]>([
  ['FLOW', 'all communes', [fact(3, 1), fact(4, 2), fact(5, 4)], NATION, '7 (null/7) OBSERVED EXACT 3 of 3'],
  ['FLOW', 'one commune missing', [fact(3, 1), fact(5, 4)], NATION, '5 (null/5) OBSERVED EXACT 2 of 3'],
  ['FLOW', 'a whole province missing', [fact(3, 1)], NATION, '1 (null/1) OBSERVED EXACT 1 of 3'],
  ['FLOW', 'nothing at all', [], NATION, 'null (null/null) MISSING EXACT 0 of 2'],
  ['FLOW', 'zeros only', [fact(3, 0), fact(4, 0), fact(5, 0)], NATION, '0 (null/0) OBSERVED EXACT 3 of 3'],
  ['FLOW', 'a zero of its own', [fact(0, 0)], NATION, '0 (0/null) OBSERVED EXACT 1 of 1'],
  ['FLOW', 'its own, and less below', [fact(1, 9), fact(3, 1), fact(4, 2)], PROVINCE, '9 (9/3) OBSERVED EXACT 1 of 1'],
  [
    'FLOW',
    'a province’s own counts once',
    [fact(1, 9), fact(3, 1), fact(4, 2), fact(5, 4)],
    NATION,
    '13 (null/13) OBSERVED EXACT 2 of 2',
  ],
  ['FLOW', 'a commune without a report', [fact(4, 2)], COMMUNE, 'null (null/null) MISSING EXACT 0 of 1'],
  [
    'FLOW',
    'a report without a number',
    [fact(3, null, { numerator: 4 })],
    COMMUNE,
    'null (null/null) MISSING EXACT 0 of 1',
  ],
  [
    'FLOW',
    'half a year is no year',
    [fact(3, 5, { period: '2023-01-01/2023-06-30' })],
    COMMUNE,
    'null (null/null) MISSING EXACT 0 of 1',
  ],
  [
    'FLOW',
    'nine months are no year',
    [fact(3, 5, { period: '2023-01-01/2023-09-30' })],
    PROVINCE,
    'null (null/null) MISSING EXACT 0 of 2',
  ],
  [
    'FLOW',
    'about a year is no year',
    [fact(3, 5, { period: '2023~' })],
    COMMUNE,
    'null (null/null) MISSING EXACT 0 of 1',
  ],
  [
    'STOCK',
    'the last of each',
    [fact(3, 5, { period: '2023-06-30' }), fact(3, 6, { period: '2023-12-31' }), fact(4, 2, { period: '2023-Q3' })],
    PROVINCE,
    '8 (null/8) OBSERVED EXACT 2 of 2',
  ],
  [
    'STOCK',
    'one of before the period',
    [fact(3, 5, { period: '2022' })],
    COMMUNE,
    'null (null/null) MISSING EXACT 0 of 1',
  ],
  [
    'RATIO',
    'parts of all',
    [parts(3, 1, 2), parts(4, 1, 4), parts(5, 0, 4)],
    NATION,
    '20 (null/20) OBSERVED EXACT 3 of 3',
  ],
  [
    'RATIO',
    'a percent without parts is not combined',
    [fact(3, 50), parts(4, 1, 4)],
    PROVINCE,
    '25 (null/25) OBSERVED EXACT 1 of 2',
  ],
  [
    'RATIO',
    'below a percent without parts its communes go up',
    [fact(1, 50), parts(3, 1, 2), parts(4, 1, 4), parts(5, 0, 4)],
    NATION,
    '20 (null/20) OBSERVED EXACT 3 of 3',
  ],
  [
    'RATIO',
    'its own percent stays its own',
    [fact(1, 50), parts(3, 1, 2), parts(4, 1, 4)],
    PROVINCE,
    `50 (50/${Number(((2 / 6) * 100).toPrecision(12))}) OBSERVED EXACT 1 of 1`,
  ],
  ['RATIO', 'over zero', [parts(3, 0, 0)], COMMUNE, 'null (null/null) NOT_APPLICABLE EXACT 1 of 1'],
  ['RATIO', 'zero over something', [parts(3, 0, 4)], COMMUNE, '0 (0/null) OBSERVED EXACT 1 of 1'],
  ['AVERAGE', 'weighted', [parts(3, 180, 2), parts(4, 60, 1)], PROVINCE, '80 (null/80) OBSERVED EXACT 2 of 2'],
  ['AVERAGE', 'without weights', [fact(3, 90), fact(4, 60)], PROVINCE, 'null (null/null) MISSING EXACT 0 of 2'],
  ['CLASS', 'its own', [fact(1, 2)], PROVINCE, '2 (2/null) OBSERVED EXACT 1 of 1'],
  ['CLASS', 'never combined', [fact(3, 2), fact(4, 2)], PROVINCE, 'null (null/null) MISSING EXACT 0 of 1'],
])('%s, %s', (kind, _, facts, unit, expected) => {
  expect(lineOf(figuresOf(world(...facts), kind), unit)).toBe(expected);
});

test.each<[Qualifier[], Qualifier]>([
  [['EXACT', 'EXACT', 'EXACT'], 'EXACT'],
  [['EXACT', 'AT_LEAST', 'EXACT'], 'AT_LEAST'],
  [['GREATER_THAN', 'EXACT', 'EXACT'], 'GREATER_THAN'],
  [['AT_LEAST', 'EXACT', 'GREATER_THAN'], 'GREATER_THAN'],
])('%j add up to %s at every level', (qualifiers, expected) => {
  const facts = qualifiers.map((qualifier, at) => fact(3 + at, 1, { qualifier }));
  for (const kind of ['FLOW', 'STOCK'] as const)
    expect(figuresOf(world(...facts), kind).figure(figuresOf(world(), kind).tree.root).best).toMatchObject({
      value: 3,
      qualifier: expected,
    });
});

test.each<[string[], number | undefined]>([
  [['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'], 4],
  [['2023-Q1', '2023-Q2', '2023-Q3'], undefined],
  [['2023-01-01/2023-06-30', '2023-Q3', '2023-Q4'], 3],
  [['2023-01-01/2023-06-30', '2023-Q2', '2023-Q3', '2023-Q4'], 3],
  [['2023-01-01/2023-09-30', '2023-Q3', '2023-Q4', '2023-01-01/2023-06-30'], 2],
  [['2023-01-01/2023-06-30', '2023-07-02/2023-12-31'], undefined],
  [['2023-01-01/2023-06-30', '2023-06-30', '2023-Q3', '2023-Q4'], 3],
  [['2023', '2023-Q1', '2023-Q2'], 1],
])('a year is told by %j: %s', (periods, expected) => {
  const figures = figuresOf(world(...periods.map((period) => fact(3, 1, { period }))), 'FLOW');
  expect(figures.figure(figures.tree.unit(COMMUNE)).best?.value).toBe(expected);
});

test('a stock says of which days it is', () => {
  const facts = [fact(3, 5, { period: '2023-06-30' }), fact(4, 2, { period: '2023-12-31' })];
  const figures = figuresOf(world(...facts), 'STOCK');
  const { asOf, asOfEarliest } = answerOf(figures.figure(figures.tree.unit(PROVINCE)), undefined, true);
  expect([asOf, asOfEarliest].map((day) => formatDay(day ?? 0))).toEqual(['2023-12-31', '2023-06-30']);
});

test.each([
  [1, 10, 10, 1],
  [2, 20, 20, 2],
  [3, 30, 30, 2],
])('as known at %i', (knownAt, own, below, answered) => {
  const facts = [1, 2, 3].map((at) => fact(3, at * 10, { knownAt: at })).concat(fact(4, 0, { knownAt: 2 }));
  const figures = figuresOf(world(...facts), 'FLOW', { knownAt });
  expect(figures.figure(figures.tree.unit(COMMUNE)).best?.value).toBe(own);
  expect(figures.figure(figures.tree.unit(PROVINCE)).best?.value).toBe(below);
  expect(coverageOf(figures, figures.tree.unit(PROVINCE), true).answered).toBe(knownAt === 1 ? 1 : 2);
  expect(answered).toBe(knownAt === 1 ? 1 : 2);
});

test('who answered late is not on time', () => {
  const figures = figuresOf(world(fact(3, 1, { knownAt: 1 }), fact(4, 1, { knownAt: 3 })), 'FLOW');
  expect(coverageOf(figures, figures.tree.root, false)).toEqual({ expected: 3, answered: 2, onTime: 1 });
});

test('the highest unit without anything is the one that is missing', () => {
  const figures = figuresOf(world(fact(3, 1)), 'FLOW');
  expect(missingFrom(figures, figures.tree.root, false).map(({ index }) => index)).toEqual([2, 4]);
});

test('a target of a count adds up over units, one in percent is its unit’s own', () => {
  const facts = [fact(3, 7), fact(4, 9)];
  const period = parsePeriod('2023');
  const of = (kind: IndicatorKind): number | null | undefined => {
    const figures = figuresOf(world(...facts), kind, { role: 'TARGET', period });
    return figures.figure(figures.tree.unit(PROVINCE)).best?.value;
  };
  expect([of('FLOW'), of('STOCK'), of('RATIO')]).toEqual([16, 16, undefined]);
});

test('a unit that had ended before is not expected, neither by itself nor above', () => {
  const ended = UNITS.map((unit, index) => (index === 4 ? { ...unit, closedOn: dayOf(2022, 7, 1) } : unit));
  for (const kind of ['FLOW', 'STOCK'] as const) {
    const figures = figuresOf({ units: ended, facts: [fact(3, 1)] }, kind);
    const coverage = (unit: number): unknown => coverageOf(figures, figures.tree.unit(unit), false);
    expect([coverage(4), coverage(PROVINCE)]).toEqual([
      { expected: 0, answered: 0, onTime: 0 },
      { expected: 1, answered: 1, onTime: 1 },
    ]);
  }
});
