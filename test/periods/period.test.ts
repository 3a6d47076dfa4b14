import fc from 'fast-check';
import { CodedError } from '../../src/errors/coded-error.ts';
import { addMonths, addYears, civil, dayInVietnam, dayOf, formatDay, parseDay } from '../../src/periods/day.ts';
import { formatPeriod } from '../../src/periods/format.ts';
import { parsePeriod } from '../../src/periods/parse.ts';
import type { Period, Span } from '../../src/periods/period.ts';
import { isInstant, samePeriod, span } from '../../src/periods/period.ts';

const aDay = fc.integer({ min: dayOf(1930, 1, 1), max: dayOf(2099, 12, 31) });
const aSpan: fc.Arbitrary<Span> = fc
  .record({ from: aDay, days: fc.integer({ min: 1, max: 4000 }), approximate: fc.boolean() })
  .map(({ from, days, approximate }) => ({ ...span(from, from + days), approximate }));
const aTerm: fc.Arbitrary<Period> = fc
  .record({
    startYear: fc.integer({ min: 1930, max: 2090 }),
    years: fc.integer({ min: 1, max: 10 }),
    part: fc.constantFrom('ALL', 'H1', 'H2', 'TO_DATE'),
  })
  .map(({ startYear, years, part }) => ({
    type: 'term',
    startYear,
    endYear: startYear + years,
    part,
  }));

/** The two days of a span, both in. */
function days(text: string): string {
  const period = parsePeriod(text);
  if (period.type === 'term') throw new Error('a term has no days');
  return `${formatDay(period.from)}..${formatDay(period.to - 1)}${period.approximate ? ' about' : ''}`;
}

test.each([
  ['2023', '2023-01-01..2023-12-31'],
  ['2023-Q1', '2023-01-01..2023-03-31'],
  ['2023-Q4', '2023-10-01..2023-12-31'],
  ['2024-02', '2024-02-01..2024-02-29'],
  ['2023-12', '2023-12-01..2023-12-31'],
  ['2023-09-30', '2023-09-30..2023-09-30'],
  ['2023-01-01/2023-09-30', '2023-01-01..2023-09-30'],
  ['2023-01-01/2023-10-01~', '2023-01-01..2023-10-01 about'],
  ['2023~', '2023-01-01..2023-12-31 about'],
  ['2023-09-30/2023-09-30', '2023-09-30..2023-09-30'],
  ['2000-02-29', '2000-02-29..2000-02-29'],
])('%s is %s', (text, expected) => {
  expect(days(text)).toBe(expected);
});

test.each([
  ['TERM-2020-2025', 2020, 2025, 'ALL'],
  ['TERM-2020-2025-H1', 2020, 2025, 'H1'],
  ['TERM-2020-2025-H2', 2020, 2025, 'H2'],
  ['TERM-2020-2025/..', 2020, 2025, 'TO_DATE'],
  ['TERM-2022-2025', 2022, 2025, 'ALL'],
])('%s is a term', (text, startYear, endYear, part) => {
  expect(parsePeriod(text)).toEqual({ type: 'term', startYear, endYear, part });
});

test.each([
  ['2023-01-01/2023-12-31', '2023'],
  ['2023-04-01/2023-06-30', '2023-Q2'],
  ['2024-02-01/2024-02-29', '2024-02'],
  ['2023-05-05/2023-05-05', '2023-05-05'],
  ['2023-02-01/2023-04-30', '2023-02-01/2023-04-30'],
  ['2022-01-01/2023-12-31', '2022-01-01/2023-12-31'],
  ['2023-01-01/2023-12-31~', '2023~'],
])('%s is written %s', (text, canonical) => {
  expect(formatPeriod(parsePeriod(text))).toBe(canonical);
});

test.each([
  '',
  ' ',
  '2023 ',
  ' 2023',
  '23',
  '02023',
  '0999',
  '2023-13',
  '2023-00',
  '2023-1',
  '2023-Q0',
  '2023-Q5',
  '2023-q3',
  '2023Q3',
  '2023-02-29',
  '2023-04-31',
  '2023-00-10',
  '2023-09-30/2023-01-01',
  '2023/2024',
  '2023-01/2023-09',
  '2023-01-01/',
  '/2023-01-01',
  '2023-01-01/..',
  '2023-01-01/2023-02-01/2023-03-01',
  '2023~~',
  '~2023',
  '2023?',
  'TERM',
  'TERM-2020',
  'TERM-2025-2020',
  'TERM-2020-2020',
  'TERM-2020-2031',
  'TERM-1900-1905',
  'TERM-2020-2025-H3',
  'TERM-2020-2025~',
  'TERM-2020-2025/',
  'term-2020-2025',
  '2023-09-30T00:00:00Z',
  '30-09-2023',
  '30/9/2023',
  '2023-09-30\n',
  '２０２３',
  'null',
])('%j is refused: what was expected and what came', (text) => {
  expect(() => parsePeriod(text)).toThrow(CodedError);
  expect(() => parsePeriod(text)).toThrow(`Expected a Period: 2023, 2023-Q3`);
  expect(() => parsePeriod(text)).toThrow(`got ${JSON.stringify(text)}.`);
});

test.each([[undefined], [null], [2023], [true], [{}], [['2023']]])('%j is no text', (value) => {
  expect(() => parsePeriod(value)).toThrow(expect.objectContaining({ code: 'PERIOD_MALFORMED' }) as Error);
});

test('a long text is shown in part', () => {
  expect(() => parsePeriod('9'.repeat(5000))).toThrow(/got "9{56}…\.$/);
});

test('what is written is read as the same period', () => {
  fc.assert(
    fc.property(fc.oneof(aSpan, aTerm), (period) => {
      const read = parsePeriod(formatPeriod(period));
      expect(read).toEqual(period);
      expect(samePeriod(read, period)).toBe(true);
    }),
  );
});

test('a period has one text only', () => {
  fc.assert(
    fc.property(aSpan, aSpan, (a, b) => {
      expect(formatPeriod(a) === formatPeriod(b)).toBe(samePeriod(a, b));
    }),
  );
});

test('no text makes the reader fail in another way', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9TERMQH~/.-]{0,24}$/));
  fc.assert(
    fc.property(text, (each) => {
      try {
        const period = parsePeriod(each);
        expect(parsePeriod(formatPeriod(period))).toEqual(period);
      } catch (error) {
        expect(error).toMatchObject({ code: 'PERIOD_MALFORMED' });
      }
    }),
    { numRuns: 1000 },
  );
});

test('an instant is a single day', () => {
  expect(isInstant(parsePeriod('2023-09-30'))).toBe(true);
  expect(isInstant(parsePeriod('2023-09'))).toBe(false);
  expect(isInstant(parsePeriod('TERM-2020-2025'))).toBe(false);
});

test('days are read and written the same, and follow one another', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      expect(parseDay(formatDay(day))).toBe(day);
      const { year, month, date } = civil(day);
      expect(dayOf(year, month, date)).toBe(day);
      expect(dayOf(year, month, date + 1)).toBe(day + 1);
    }),
  );
});

test.each([
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-12-31', 2, '2024-02-29'],
  ['2023-03-31', -1, '2023-02-28'],
  ['2023-09-30', 3, '2023-12-30'],
])('%s and %d months is %s', (day, months, expected) => {
  expect(formatDay(addMonths(parseDay(day) ?? NaN, months))).toBe(expected);
  if (months === 12) expect(formatDay(addYears(parseDay(day) ?? NaN, 1))).toBe(expected);
});

test.each([
  ['2025-06-30T16:59:59Z', '2025-06-30'],
  ['2025-06-30T17:00:00Z', '2025-07-01'],
  ['2025-07-01T16:59:59Z', '2025-07-01'],
])('at %s it is %s in Vietnam', (moment, day) => {
  expect(formatDay(dayInVietnam(new Date(moment)))).toBe(day);
});
