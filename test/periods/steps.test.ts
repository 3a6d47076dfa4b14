import fc from 'fast-check';
import { dayOf } from '../../src/periods/day.ts';
import { formatPeriod } from '../../src/periods/format.ts';
import { parsePeriod } from '../../src/periods/parse.ts';
import type { PeriodUnit } from '../../src/periods/period.ts';
import { MAX_STEPS, previousYear, stepsBetween, yearOf } from '../../src/periods/steps.ts';

const steps = (from: string, to: string, by: PeriodUnit): string[] =>
  stepsBetween(parsePeriod(from), parsePeriod(to), by).map(formatPeriod);

test.each<[string, string, PeriodUnit, string[]]>([
  ['2021', '2023', 'YEAR', ['2021', '2022', '2023']],
  ['2023', '2023', 'QUARTER', ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4']],
  ['2022-Q4', '2023-Q1', 'MONTH', ['2022-10', '2022-11', '2022-12', '2023-01', '2023-02', '2023-03']],
  ['2023-01-01/2023-06-30', '2023-09', 'QUARTER', ['2023-Q1', '2023-Q2', '2023-Q3']],
])('from %s to %s by %s', (from, to, by, expected) => {
  expect(steps(from, to, by)).toEqual(expected);
});

test.each<[string, string, PeriodUnit]>([
  ['2023-02', '2023-12', 'QUARTER'],
  ['2023', '2023-02', 'QUARTER'],
  ['2023-01-15', '2023-12-31', 'MONTH'],
  ['2023-Q2', '2023', 'YEAR'],
  ['2024', '2023', 'YEAR'],
])('from %s to %s is no whole number of steps by %s', (from, to, by) => {
  expect(() => steps(from, to, by)).toThrow(
    expect.objectContaining({
      code: 'COMBINATION_ILLEGAL',
      message: `Expected \`from\` to begin and \`to\` to end with a whole ${by.toLowerCase()}; got ${from} to ${formatPeriod(parsePeriod(to))}.`,
    }) as Error,
  );
});

test('a congress term has no steps', () => {
  expect(() => steps('TERM-2020-2025', '2025', 'YEAR')).toThrow(
    expect.objectContaining({ code: 'COMBINATION_ILLEGAL' }) as Error,
  );
});

test('a series has at most so many steps', () => {
  expect(steps('2014', '2023', 'MONTH')).toHaveLength(MAX_STEPS);
  expect(() => steps('2014', '2024-01', 'MONTH')).toThrow(
    expect.objectContaining({ code: 'SERIES_TOO_LONG' }) as Error,
  );
});

test('steps tile the span: each begins where the one before ends', () => {
  const unit = fc.constantFrom<PeriodUnit>('MONTH', 'QUARTER', 'YEAR');
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 0, max: 9 }), unit, (year, more, by) => {
      const tiles = stepsBetween(parsePeriod(String(year)), parsePeriod(String(year + more)), by);
      expect(tiles[0]?.from).toBe(dayOf(year, 1, 1));
      expect(tiles.at(-1)?.to).toBe(dayOf(year + more + 1, 1, 1));
      tiles.forEach((tile, at) => at > 0 && expect(tile.from).toBe(tiles[at - 1]?.to));
    }),
  );
});

test.each([
  ['2024', '2023'],
  ['2023-Q1', '2022-Q1'],
  ['2024-02', '2023-02'],
  ['2023-02', '2022-02'],
  ['2025-02', '2024-02'],
  ['2024-02-29', '2023-02-28'],
  ['2023-01-01/2023-09-30', '2022-01-01/2022-09-30'],
  ['2023-01-01/2023-10-01~', '2022-01-01/2022-10-01~'],
])('one year before %s is %s', (period, before) => {
  const found = previousYear(parsePeriod(period));
  expect(found && formatPeriod(found)).toBe(before);
});

test('a congress term has no year before', () => {
  expect(previousYear(parsePeriod('TERM-2020-2025'))).toBeUndefined();
});

test.each([
  ['2023-09-30', '2023'],
  ['2023-01-01/2023-09-30', '2023'],
  ['2023', '2023'],
  ['2022-12-31/2023-01-01', undefined],
  ['TERM-2020-2025', undefined],
])('the year that holds %s is %s', (period, year) => {
  const found = yearOf(parsePeriod(period));
  expect(found && formatPeriod(found)).toBe(year);
});
