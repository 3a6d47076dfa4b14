import fc from 'fast-check';
import { dayOf, formatDay } from '../../src/periods/day.ts';
import { parsePeriod } from '../../src/periods/parse.ts';
import type { Span } from '../../src/periods/period.ts';
import { span } from '../../src/periods/period.ts';
import { periodKind } from '../../src/periods/period-kind.ts';
import { DueDates, wasBy } from '../../src/rollup/due.ts';

/** By which day, and by which moment of it. */

test.each([
  ['2025-03-31', 'DAY'],
  ['2025-02', 'MONTH'],
  ['2025-Q3', 'QUARTER'],
  ['2025-01-01/2025-06-30', 'HALF_YEAR'],
  ['2025-07-01/2025-12-31', 'HALF_YEAR'],
  ['2025-01-01/2025-09-30', 'NINE_MONTHS'],
  ['2025', 'YEAR'],
  ['2025-02-01/2025-04-30', 'OTHER'],
  ['2025-04-01/2025-12-31', 'OTHER'],
  ['2025-01-01/2025-01-30', 'OTHER'],
  ['2024-07-01/2025-06-30', 'OTHER'],
])('%s is a %s', (text, kind) => {
  expect(periodKind(parsePeriod(text) as Span)).toBe(kind);
});

test('the day ends at midnight in Vietnam', () => {
  const due = dayOf(2025, 7, 30);
  expect(wasBy(due, Date.parse('2025-07-30T23:59:59.999+07:00'))).toBe(true);
  expect(wasBy(due, Date.parse('2025-07-31T00:00:00+07:00'))).toBe(false);
});

test('a term is due on no day, unless an override names it', () => {
  const owed = { sets: [], periodKey: 'TERM-2020-2025', days: undefined };
  const rule = { set: null, periodKind: null, days: 30 };
  expect(new DueDates([rule]).dueDay(owed, () => [])).toBeUndefined();
  const override = { set: null, periodKey: 'TERM-2020-2025', organizationId: null, dueOn: 5 };
  expect(new DueDates([rule], [override]).dueDay(owed, () => [])).toBe(5);
});

test('without any rule nothing is late', () => {
  const days = span(0, 10);
  const fact = { periodKey: 'x', days, knownAt: Number.MAX_SAFE_INTEGER };
  expect(new DueDates().isOnTime(fact, 'PARTY_MEMBERS', () => [])).toBe(true);
});

test('handing in says whether it was on time; becoming known does where nobody handed anything in', () => {
  const dates = new DueDates([{ set: null, periodKind: null, days: 30 }]);
  const fact = { periodKey: '1970-01', days: span(0, 31), knownAt: Date.parse('1970-06-01') };
  const onTime = (reportedAt: number | null): boolean => dates.isOnTime({ ...fact, reportedAt }, 'X', () => []);
  expect([onTime(null), onTime(Date.parse('1970-02-15'))]).toEqual([false, true]);
});

test('more days never make anything late, and the nearest unit decides', () => {
  const period = fc
    .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 400 }))
    .map(([from, length]) => span(from, from + length));
  fc.assert(
    fc.property(period, fc.nat(60), fc.nat(60), fc.nat(50_000), (days, few, more, override) => {
      const owed = { sets: ['B1'], periodKey: formatDay(days.from), days };
      const due = (count: number): number | undefined =>
        new DueDates([{ set: null, periodKind: null, days: count }]).dueDay(owed, () => []);
      expect(due(few + more)).toBe((due(few) ?? 0) + more);
      const overrides = [1, 2, null].map((organizationId, at) => ({
        set: null,
        periodKey: owed.periodKey,
        organizationId,
        dueOn: override + at,
      }));
      const dates = new DueDates([{ set: 'B1', periodKind: null, days: few }], overrides);
      expect(dates.dueDay(owed, () => [2, 1])).toBe(override + 1);
      expect(dates.dueDay(owed, () => [3, 1])).toBe(override);
      expect(dates.dueDay(owed, () => [3])).toBe(override + 2);
      expect(dates.dueDay({ ...owed, periodKey: 'other' }, () => [1])).toBe(due(few));
    }),
    { numRuns: 200 },
  );
});
