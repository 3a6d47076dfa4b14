import type { Qualifier } from '../../src/facts/indicators/indicator.ts';
import { dayOf } from '../../src/periods/day.ts';
import type { Agreement, Division, Part } from '../../src/rollup/breakdown.ts';
import { checkParts } from '../../src/rollup/breakdown.ts';
import {
  afterGrowth,
  atLeastParts,
  beforeGrowth,
  denominatorOf,
  numeratorOf,
  publishedPercent,
  remainder,
  sumOfCovered,
} from '../../src/rollup/derive.ts';
import type { Fact } from '../../src/rollup/fact.ts';
import type { OwnReport } from '../../src/rollup/own.ts';
import { wholeOfParts } from '../../src/rollup/partition.ts';

const SEX: Division = { name: 'SEX', addsUp: true, closed: true, values: [{ value: 'FEMALE' }, { value: 'MALE' }] };
const YEARS: Division = {
  name: 'YEARS',
  addsUp: true,
  closed: true,
  values: [
    { value: '30' },
    { value: '40' },
    { value: '50' },
    { value: '30_AND_40', covers: ['30', '40'] },
    { value: '40_AND_50', covers: ['40', '50'] },
  ],
};
const BY: Division = {
  name: 'BY',
  addsUp: true,
  closed: false,
  values: [{ value: 'GRASSROOTS', covers: ['COMMITTEE', 'CELL'] }, { value: 'COMMITTEE' }, { value: 'CELL' }],
};
const SUBJECT: Division = { ...SEX, name: 'SUBJECT', addsUp: false };

interface Made {
  readonly [value: string]: number;
}

function part(division: Division, value: string, count: number, whole = true, qualifier: Qualifier = 'EXACT'): Part {
  return {
    dimensions: { [division.name]: value },
    amount: { value: count, numerator: null, denominator: null, qualifier },
    whole,
  };
}

function partsOf(division: Division, made: Made): Part[] {
  return Object.entries(made).map(([value, count]) => part(division, value, count));
}

function total(count: number, qualifier: Qualifier = 'EXACT', whole = true): Part {
  return { ...part(SEX, '', count, whole, qualifier), dimensions: {} };
}

describe('parts and their total', () => {
  test.each<[string, Division, Made, Part | undefined, Agreement, number | null, number | null]>([
    ['all parts', SEX, { FEMALE: 2, MALE: 3 }, total(5), 'AGREES', 5, 0],
    ['all parts and a rest', SEX, { FEMALE: 2, MALE: 3 }, total(6), 'DIFFERS', 5, -1],
    ['some parts and a rest', SEX, { FEMALE: 2 }, total(6), 'INCOMPLETE', 2, -4],
    ['some parts that are all', SEX, { FEMALE: 6 }, total(6), 'AGREES', 6, 0],
    ['some parts that are more', SEX, { FEMALE: 7 }, total(6), 'DIFFERS', 7, 1],
    ['nothing reported as nothing', SEX, { FEMALE: 0, MALE: 0 }, total(0), 'AGREES', 0, 0],
    ['no total', SEX, { FEMALE: 2, MALE: 3 }, undefined, 'NO_TOTAL', 5, null],
    ['no parts', SEX, {}, total(6), 'INCOMPLETE', null, null],
    ['a total that is a bound', SEX, { FEMALE: 2, MALE: 3 }, total(4, 'GREATER_THAN'), 'AGREES', 5, 1],
    ['a bound that leaves no room', SEX, { FEMALE: 2, MALE: 3 }, total(5, 'GREATER_THAN'), 'DIFFERS', 5, 0],
    ['a total with gaps', SEX, { FEMALE: 4, MALE: 3 }, total(6, 'EXACT', false), 'INCOMPLETE', 7, 1],
    ['parts that make no total', SUBJECT, { FEMALE: 2, MALE: 3 }, total(5), 'NOT_ADDITIVE', null, null],
    ['a value and what it covers', YEARS, { '30_AND_40': 26, '30': 20, '50': 4 }, total(30), 'AGREES', 30, 0],
    ['values that overlap', YEARS, { '30_AND_40': 26, '40_AND_50': 9 }, total(30), 'NOT_ADDITIVE', null, null],
    ['an open list with a rest', BY, { GRASSROOTS: 14 }, total(18), 'INCOMPLETE', 14, -4],
  ])('%s', (_, division, made, of, agreement, sum, difference) => {
    const check = checkParts(partsOf(division, made), [division], of);
    expect([check.agreement, check.sum?.value ?? null, check.difference]).toEqual([agreement, sum, difference]);
  });

  test('of two dimensions are complete where all combinations are there', () => {
    const cells = ['30', '40', '50'].flatMap((years) =>
      ['FEMALE', 'MALE'].map((sex): Part => ({ ...total(1), dimensions: { YEARS: years, SEX: sex } })),
    );
    const agreement = (parts: Part[]): Agreement => checkParts(parts, [YEARS, SEX], total(7)).agreement;
    expect([agreement(cells), agreement(cells.slice(1))]).toEqual(['DIFFERS', 'INCOMPLETE']);
  });
});

describe('what follows for a part', () => {
  test.each<[string, Division, string, Made, Part, number | undefined]>([
    ['the only one left', SEX, 'MALE', { FEMALE: 2 }, total(5), 3],
    ['one of several left', YEARS, '40', { '30': 2 }, total(5), undefined],
    ['two left, asked together', YEARS, '40_AND_50', { '30': 2 }, total(5), 3],
    ['several left of nothing', YEARS, '40', { '30': 5 }, total(5), 0],
    ['nothing of nothing', YEARS, '40', {}, total(0), 0],
    ['nothing of something', YEARS, '40', {}, total(5), undefined],
    ['more than the total', SEX, 'MALE', { FEMALE: 7 }, total(5), undefined],
    ['of a bound', SEX, 'MALE', { FEMALE: 2 }, total(5, 'AT_LEAST'), undefined],
    ['of a total with gaps', SEX, 'MALE', { FEMALE: 2 }, total(5, 'EXACT', false), undefined],
    ['of an open list', BY, 'CELL', { COMMITTEE: 2 }, total(5), undefined],
    ['of parts that make no total', SUBJECT, 'MALE', { FEMALE: 2 }, total(5), undefined],
    ['of what covers it', YEARS, '30', { '30_AND_40': 5 }, total(5), undefined],
  ])('%s', (_, division, value, made, of, expected) => {
    const derived = remainder({ dimensions: { [division.name]: value } }, partsOf(division, made), division, of);
    expect(derived?.value).toBe(expected);
  });

  test('a total is at least its parts', () => {
    expect(atLeastParts(partsOf(SEX, { FEMALE: 2 }), SEX)).toMatchObject({
      value: 2,
      qualifier: 'AT_LEAST',
      high: null,
    });
    expect(atLeastParts([part(SEX, 'FEMALE', 2, true, 'GREATER_THAN')], SEX)?.qualifier).toBe('GREATER_THAN');
    expect(atLeastParts([part(SEX, 'FEMALE', 2, false)], SEX)).toBeUndefined();
    expect(atLeastParts(partsOf(SUBJECT, { FEMALE: 2 }), SUBJECT)).toBeUndefined();
  });

  test('a value that covers others is what they are together, where all are there', () => {
    expect(sumOfCovered(partsOf(BY, { COMMITTEE: 2, CELL: 3 }), BY, 'GRASSROOTS')?.value).toBe(5);
    expect(sumOfCovered(partsOf(BY, { COMMITTEE: 2 }), BY, 'GRASSROOTS')).toBeUndefined();
  });
});

describe('what follows from a published percent', () => {
  const percent = (value: number, qualifier: Qualifier = 'EXACT') =>
    publishedPercent({ value, numerator: null, denominator: null, qualifier });

  test.each([
    ['31.3', 31.3, 0.05],
    ['57', 57, 0.5],
    ['4.12', 4.12, 0.005],
  ])('%s is as exact as its digits', (_, value, half) => {
    expect(percent(value)?.half).toBeCloseTo(half, 9);
  });

  test('a bound gives nothing', () => {
    expect(percent(90, 'AT_LEAST')).toBeUndefined();
  });

  test.each([
    ['713 after +31.3 %', beforeGrowth(713, { percent: 31.3, half: 0.05 }), 543, true],
    ['543 and +31.3 %', afterGrowth(543, { percent: 31.3, half: 0.05 }), 713, true],
    ['7130 after +31.3 %', beforeGrowth(7130, { percent: 31.3, half: 0.05 }), 5430, false],
    ['100 % of 7', numeratorOf(7, { percent: 100, half: 0.5 }), 7, true],
    ['210 as 100 %', denominatorOf(210, { percent: 100, half: 0.5 }), 210, false],
    ['57 % of 45, which no whole number is', numeratorOf(45, { percent: 57, half: 0.5 }), 26, false],
    ['a count after −100 %', beforeGrowth(5, { percent: -100, half: 0 }), undefined, undefined],
  ])('%s', (_, derived, value, certain) => {
    expect([derived?.value, derived?.certain]).toEqual([value, certain]);
  });
});

describe('a total that was reported in parts alone', () => {
  const report = (value: number, day = dayOf(2023, 12, 31)): OwnReport => {
    const amount = { value, numerator: null, denominator: null, qualifier: 'EXACT' } as const;
    const base = { id: value, unit: 0, periodKey: '', approximate: false, per: null, sourceId: '', knownAt: 1 };
    const fact: Fact = { ...amount, ...base, days: { from: day, to: day + 1 } };
    return { amount, facts: [fact] };
  };

  test.each<[string, Division, Record<string, OwnReport>, boolean, number | undefined]>([
    ['all parts', SEX, { FEMALE: report(2), MALE: report(3) }, true, 5],
    ['one part', SEX, { FEMALE: report(2) }, true, undefined],
    ['a part that covers two', YEARS, { '30_AND_40': report(26), '50': report(4) }, true, 30],
    [
      'a part that covers two, and one of them',
      YEARS,
      { '30_AND_40': report(26), '30': report(20), '50': report(4) },
      true,
      30,
    ],
    ['parts that overlap', YEARS, { '30_AND_40': report(26), '40_AND_50': report(4) }, true, undefined],
    ['parts of a stock of two days', SEX, { FEMALE: report(2), MALE: report(3, dayOf(2023, 6, 30)) }, true, undefined],
    ['parts of a flow of two days', SEX, { FEMALE: report(2), MALE: report(3, dayOf(2023, 6, 30)) }, false, 5],
  ])('%s', (_, division, reports, ofOneDay, expected) => {
    const whole = wholeOfParts(division.values, new Map(Object.entries(reports)), ofOneDay);
    expect(whole?.amount.value).toBe(expected);
    if (whole) expect(whole.facts.reduce((sum, fact) => sum + (fact.value ?? 0), 0)).toBe(expected);
  });
});
