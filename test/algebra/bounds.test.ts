import type { Qualifier } from '../../src/facts/indicators/indicator.ts';
import { parsePeriod } from '../../src/periods/parse.ts';
import type { Amount } from '../../src/rollup/amount.ts';
import { sumAmounts } from '../../src/rollup/amount.ts';
import { answerOf } from '../../src/rollup/answer.ts';
import type { Bound } from '../../src/rollup/bounds.ts';
import { boundOfDifference, mayBeAtMost, mayEqual } from '../../src/rollup/bounds.ts';
import { combineAmounts, legalCombination } from '../../src/rollup/combination.ts';
import type { Combination } from '../../src/rollup/combination.ts';
import type { Fact } from '../../src/rollup/fact.ts';
import { behaviourOf } from '../../src/rollup/kinds.ts';
import type { IndicatorKind } from '../../src/facts/indicators/indicator.ts';
import { complementOf, growthOf, shareOf } from '../../src/rollup/share.ts';
import { targetFacts } from '../../src/rollup/target.ts';
import { contradicts, sumOfSide, violates } from '../../src/rollup/validation/side.ts';

function amount(value: number, qualifier: Qualifier = 'EXACT'): Amount {
  return { value, numerator: null, denominator: null, qualifier };
}

test('sums of nothing are missing, sums of zeros are zero', () => {
  expect(sumAmounts([])).toBeUndefined();
  expect(sumAmounts([amount(0), amount(0)])).toEqual(amount(0));
  expect(sumAmounts([{ ...amount(0), value: null }])).toBeUndefined();
});

describe('shares carry bounds of either side', () => {
  test.each<[Qualifier, Qualifier, number | null, Bound]>([
    ['EXACT', 'EXACT', 25, 'EXACT'],
    ['AT_LEAST', 'EXACT', 25, 'AT_LEAST'],
    ['GREATER_THAN', 'EXACT', 25, 'GREATER_THAN'],
    ['EXACT', 'AT_LEAST', 25, 'AT_MOST'],
    ['EXACT', 'GREATER_THAN', 25, 'LESS_THAN'],
    ['AT_LEAST', 'AT_LEAST', null, 'EXACT'],
    ['GREATER_THAN', 'AT_LEAST', null, 'EXACT'],
  ])('%s over %s', (top, bottom, value, qualifier) => {
    expect(shareOf(amount(1, top), amount(4, bottom))).toEqual({ value, numerator: 1, denominator: 4, qualifier });
  });

  test.each<[Qualifier, Qualifier, number | null, Bound]>([
    ['EXACT', 'EXACT', 75, 'EXACT'],
    ['AT_LEAST', 'EXACT', 75, 'AT_MOST'],
    ['EXACT', 'GREATER_THAN', 75, 'GREATER_THAN'],
    ['AT_LEAST', 'GREATER_THAN', null, 'EXACT'],
  ])('of all the others, %s over %s', (top, bottom, value, qualifier) => {
    expect(complementOf(amount(1, top), amount(4, bottom))).toEqual({ value, numerator: 3, denominator: 4, qualifier });
  });

  test.each<[Qualifier, Qualifier, number | null, Bound]>([
    ['EXACT', 'EXACT', -75, 'EXACT'],
    ['AT_LEAST', 'EXACT', -75, 'AT_LEAST'],
    ['EXACT', 'AT_LEAST', -75, 'AT_MOST'],
    ['AT_LEAST', 'GREATER_THAN', null, 'EXACT'],
  ])('growth from %s to %s', (now, before, value, qualifier) => {
    expect(growthOf(amount(1, now), amount(4, before))).toEqual({ value, numerator: -3, denominator: 4, qualifier });
  });

  test('over zero there is none, and of nothing neither', () => {
    expect(shareOf(amount(1), amount(0))).toMatchObject({ value: null, denominator: 0 });
    expect(shareOf(undefined, amount(4))).toBeUndefined();
    expect(shareOf(amount(0), amount(4))).toMatchObject({ value: 0 });
  });
});

describe('comparisons', () => {
  test.each<[Bound, Bound, Bound | undefined]>([
    ['EXACT', 'EXACT', 'EXACT'],
    ['GREATER_THAN', 'EXACT', 'GREATER_THAN'],
    ['EXACT', 'GREATER_THAN', 'LESS_THAN'],
    ['EXACT', 'AT_MOST', 'AT_LEAST'],
    ['AT_LEAST', 'LESS_THAN', 'GREATER_THAN'],
    ['AT_LEAST', 'AT_LEAST', undefined],
  ])('%s less %s is %s', (a, b, expected) => {
    expect(boundOfDifference(a, b)).toBe(expected);
  });

  test.each<[number, Bound, number, Bound, boolean, boolean]>([
    [5, 'EXACT', 5, 'EXACT', true, true],
    [5, 'EXACT', 4, 'EXACT', false, false],
    [4, 'EXACT', 5, 'EXACT', false, true],
    [4, 'AT_LEAST', 9, 'EXACT', true, true],
    [9, 'AT_LEAST', 4, 'EXACT', false, false],
    [4, 'AT_LEAST', 4, 'EXACT', true, true],
    [4, 'GREATER_THAN', 4, 'EXACT', false, false],
    [4, 'EXACT', 4, 'GREATER_THAN', false, true],
    [9, 'AT_MOST', 4, 'EXACT', true, true],
    [4, 'AT_MOST', 9, 'AT_LEAST', false, true],
    [9, 'LESS_THAN', 9, 'AT_LEAST', false, true],
    [9, 'AT_LEAST', 9, 'LESS_THAN', false, false],
    [9, 'AT_LEAST', 9, 'AT_MOST', true, true],
  ])('%d %s and %d %s: may be equal %s, may be no more %s', (a, boundOfA, b, boundOfB, equal, atMost) => {
    const [left, right] = [
      { value: a, qualifier: boundOfA },
      { value: b, qualifier: boundOfB },
    ];
    expect([mayEqual(left, right), mayBeAtMost(left, right)]).toEqual([equal, atMost]);
    expect([violates(left, 'EQUAL', right), violates(left, 'AT_MOST', right)]).toEqual([!equal, !atMost]);
  });

  test('the discrepancy between "more than 540" and 545 is open upwards', () => {
    const figure = { own: { amount: amount(540, 'GREATER_THAN'), facts: [] }, rolledUp: amount(545) };
    const none = { expected: 0, answered: 0, onTime: 0 };
    const answer = answerOf(
      {
        ...figure,
        best: undefined,
        coverage: none,
        coverageBelow: none,
        asOf: undefined,
        given: { amount: undefined, from: 'NOWHERE', coverage: none, asOf: undefined },
      },
      undefined,
      true,
    );
    expect(answer).toMatchObject({ value: 540, discrepancy: -5, discrepancyQualifier: 'GREATER_THAN' });
  });

  test.each<[number, number, Bound, boolean]>([
    [4.12, 4.0888, 'EXACT', true],
    [98.8, 98.8235, 'EXACT', false],
    [57, 57.78, 'EXACT', true],
    [57, 57.78, 'AT_MOST', false],
    [59, 57.78, 'AT_MOST', true],
    [57, 57.78, 'AT_LEAST', true],
  ])('a published %d beside %d %s contradicts: %s', (percent, value, qualifier, expected) => {
    const half = 0.5 * 10 ** -(String(percent).split('.')[1]?.length ?? 0);
    expect(contradicts({ percent, half }, { value, qualifier })).toBe(expected);
  });

  test('sides add up with the stronger bound', () => {
    expect(
      sumOfSide([
        { value: 1, qualifier: 'AT_LEAST' },
        { value: 2, qualifier: 'GREATER_THAN' },
        { value: 3, qualifier: 'EXACT' },
      ]),
    ).toEqual({ value: 6, qualifier: 'GREATER_THAN' });
    expect(sumOfSide([])).toEqual({ value: 0, qualifier: 'EXACT' });
  });
});

describe('combinations that a kind has not are refused', () => {
  const table: [IndicatorKind, Combination, string][] = [
    ['FLOW', 'DECLARED', 'SUM'],
    ['FLOW', 'SUM', 'SUM'],
    ['FLOW', 'RECOMPUTE', 'COMBINATION_ILLEGAL'],
    ['STOCK', 'DECLARED', 'SUM'],
    ['STOCK', 'RECOMPUTE', 'COMBINATION_ILLEGAL'],
    ['RATIO', 'DECLARED', 'RECOMPUTE'],
    ['RATIO', 'SUM', 'COMBINATION_ILLEGAL'],
    ['AVERAGE', 'RECOMPUTE', 'RECOMPUTE'],
    ['AVERAGE', 'SUM', 'COMBINATION_ILLEGAL'],
    ['CLASS', 'DECLARED', 'COMBINATION_ILLEGAL'],
    ['CLASS', 'SUM', 'COMBINATION_ILLEGAL'],
    ['CLASS', 'RECOMPUTE', 'COMBINATION_ILLEGAL'],
  ];
  test.each(table)('%s %s: %s', (kind, combination, expected) => {
    const tried = (): string => {
      try {
        return legalCombination('CODE', behaviourOf(kind, 'ACTUAL'), combination);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(tried()).toBe(expected);
  });

  test('averages come together by their weights, which are given back', () => {
    const score = (numerator: number, denominator: number): Amount => ({
      value: numerator / denominator,
      numerator,
      denominator,
      qualifier: 'EXACT',
    });
    expect(combineAmounts('RECOMPUTE', 'AVERAGE', [score(180, 2), score(60, 1)])).toEqual({
      value: 80,
      numerator: 240,
      denominator: 3,
      qualifier: 'EXACT',
    });
  });
});

describe('targets', () => {
  const base = {
    id: 1,
    unit: 0,
    approximate: false,
    numerator: null,
    denominator: null,
    qualifier: 'EXACT',
    sourceId: 's',
    knownAt: 1,
  } as const;
  const days = (text: string): Fact['days'] => {
    const period = parsePeriod(text);
    return period.type === 'span' ? { from: period.from, to: period.to } : undefined;
  };
  const target = (period: string, value: number, per: Fact['per'] = null, knownAt = 1): Fact => ({
    ...base,
    periodKey: period,
    days: days(period),
    value,
    per,
    knownAt,
  });

  test.each<[string, Fact[], string, number | undefined]>([
    ['nine a year of a term', [target('TERM-2020-2025', 9, 'YEAR')], 'TERM-2020-2025', 45],
    ['nine a year of a term', [target('TERM-2020-2025', 9, 'YEAR')], '2023', 9],
    ['nine a year of a term', [target('TERM-2020-2025', 9, 'YEAR')], '2026', undefined],
    ['nine a year of a term', [target('TERM-2020-2025', 9, 'YEAR')], '2023-Q1', undefined],
    ['three a month of a year', [target('2023', 3, 'MONTH')], '2023', 36],
    ['three a month of a year', [target('2023', 3, 'MONTH')], '2023-Q1', 9],
    ['three a month of a year', [target('2023', 3, 'MONTH')], '2023-05', 3],
    ['three a month of a year', [target('2023', 3, 'MONTH')], '2024', undefined],
    ['three a month of a year', [target('2023', 3, 'MONTH')], '2023-01-01/2023-05-15', undefined],
    [
      'one for the year before one for each of its years',
      [target('TERM-2020-2025', 9, 'YEAR', 2), target('2023', 11)],
      '2023',
      11,
    ],
    ['one for the year is never prorated', [target('2023', 12)], '2023-Q1', undefined],
  ])('%s', (_, facts, period, expected) => {
    expect(targetFacts(facts, parsePeriod(period), true)[0]?.value).toBe(expected);
  });

  test('ninety percent each year is ninety percent of the term', () => {
    expect(targetFacts([target('TERM-2020-2025', 90, 'YEAR')], parsePeriod('TERM-2020-2025'), false)[0]?.value).toBe(
      90,
    );
  });

  test('one that was set later does not stand before it was known', () => {
    const facts = [target('TERM-2020-2025', 9, 'YEAR', 1), target('2023', 11, null, 5)];
    expect(targetFacts(facts, parsePeriod('2023'), true, 2)[0]?.value).toBe(9);
  });
});
