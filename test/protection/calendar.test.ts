import { formatDay, parseDay } from '../../src/periods/day.ts';
import {
  clipped,
  decidedBefore,
  endsMonth,
  monthsAround,
  partsOfYear,
  yearParts,
} from '../../src/protection/calendar.ts';

const day = (text: string): number => parseDay(text) ?? NaN;
const levels = (from: string, to: string): unknown =>
  yearParts({ from: day(from), to: day(to) })?.map(({ year, level }) => [year, level]);

test('a span is made of the coarsest parts of the calendar that have it', () => {
  expect(levels('2022-01-01', '2024-01-01')).toEqual([
    [2022, 0],
    [2023, 0],
  ]);
  expect(levels('2023-01-01', '2023-10-01')).toEqual([[2023, 1]]);
  expect(levels('2023-01-01', '2023-07-01')).toEqual([[2023, 2]]);
  expect(levels('2023-04-01', '2023-07-01')).toEqual([[2023, 3]]);
  expect(levels('2023-02-01', '2023-03-01')).toEqual([[2023, 4]]);
  expect(levels('2022-10-01', '2023-10-01')).toEqual([
    [2022, 1],
    [2023, 1],
  ]);
});

test('a span that ends within a month is none', () => {
  expect(levels('2023-01-01', '2023-09-29')).toBeUndefined();
  expect(levels('2023-01-02', '2024-01-01')).toBeUndefined();
});

test.each([0, 1, 2, 3, 4])('the parts of a year divided by %d follow on one another', (level) => {
  const parts = partsOfYear(2024, level);
  expect(parts.at(0)?.from).toBe(day('2024-01-01'));
  expect(parts.at(-1)?.to).toBe(day('2025-01-01'));
  parts.slice(1).forEach((part, at) => expect(part.from).toBe(parts[at]?.to));
});

test('a part within a span, and none', () => {
  const span = { from: 10, to: 20 };
  expect(clipped(span, { from: 15, to: 30 })).toEqual({ from: 15, to: 20 });
  expect(clipped(span, { from: 20, to: 30 })).toEqual({ from: 20, to: 20 });
});

test('ends of months', () => {
  expect(endsMonth(day('2024-02-29'))).toBe(true);
  expect(endsMonth(day('2023-09-29'))).toBe(false);
});

test('of two ends of quarters within a year one is decided before the other', () => {
  const days = partsOfYear(2022, 4)
    .concat(partsOfYear(2023, 4))

    .map(({ to }) => to - 1)
    .filter((each) => monthsAround(each).length === 0);
  for (const one of days) {
    for (const other of days) {
      if (one === other || Math.abs(one - other) > 365) continue;
      const order = [decidedBefore(one).includes(other), decidedBefore(other).includes(one)];
      expect(`${formatDay(one)} ${formatDay(other)} ${order.filter(Boolean).length}`).toBe(
        `${formatDay(one)} ${formatDay(other)} 1`,
      );
    }
  }
});

test('ends of years are held against one another over five years', () => {
  expect(decidedBefore(day('2023-12-31')).map(formatDay).sort()).toEqual(['2020-12-31', '2025-12-31']);
  expect(decidedBefore(day('2020-12-31')).map(formatDay)).toEqual(['2015-12-31']);
});

test('ends of other months are held against none: many must have come and gone before and after', () => {
  expect(decidedBefore(day('2023-10-31'))).toEqual([]);
  expect(monthsAround(day('2023-10-31'))).toEqual([
    { from: day('2023-10-01'), to: day('2023-11-01') },
    { from: day('2023-11-01'), to: day('2023-12-01') },
  ]);
  expect(monthsAround(day('2023-09-30'))).toEqual([]);
});
