import fc from 'fast-check';
import { awardDayFrom, BADGE_YEARS, badgesDue, officialSince, probationEnds } from '../../src/facts/members/dates.ts';
import { civil, dayOf, formatDay, parseDay } from '../../src/periods/day.ts';

function day(text: string): number {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`no day: ${text}`);
  return found;
}

test.each([
  ['2023-03-15', '2024-03-15'],
  ['2023-01-31', '2024-01-31'],
  ['2024-02-29', '2025-02-28'],
  ['2023-02-28', '2024-02-28'],
  ['2023-03-01', '2024-03-01'],
  ['2023-12-31', '2024-12-31'],
])('probation of one admitted on %s ends on %s', (admitted, end) => {
  expect(formatDay(probationEnds(day(admitted)))).toBe(end);
});

test.each([
  ['on the day itself', '2024-03-15', '2024-03-15'],
  ['two months late', '2024-05-20', '2024-03-15'],
  ['years late', '2030-01-01', '2024-03-15'],
  ['a day early', '2024-03-14', undefined],
])('approved %s', (_, approved, official) => {
  const since = officialSince(day('2023-03-15'), day(approved));
  expect(since === undefined ? undefined : formatDay(since)).toBe(official);
});

test.each([
  // Admitted, from, to (not in), years with the day on which they are full and the award day.
  ['1993-02-03', '2023-01-01', '2024-01-01', ['30 2023-02-03 2023-02-03']],
  ['1993-02-04', '2023-01-01', '2024-01-01', ['30 2023-02-04 2023-05-19']],
  ['1993-11-07', '2023-01-01', '2024-01-01', ['30 2023-11-07 2023-11-07']],
  ['1993-11-08', '2023-01-01', '2024-01-01', ['30 2023-11-08 2024-02-03']],
  ['1984-02-29', '2024-01-01', '2025-01-01', ['40 2024-02-29 2024-05-19']],
  ['1984-02-29', '2029-01-01', '2030-01-01', ['45 2029-02-28 2029-05-19']],
  ['1988-01-31', '2023-01-31', '2023-02-01', []],
  ['1978-01-31', '2023-01-31', '2023-02-01', ['45 2023-01-31 2023-02-03']],
  ['1978-01-31', '2023-02-01', '2023-03-01', []],
  ['1978-02-01', '2023-01-01', '2023-02-01', []],
  ['1930-02-03', '2020-01-01', '2021-01-01', ['90 2020-02-03 2020-02-03']],
  ['1930-02-03', '2021-01-01', '2100-01-01', []],
  ['1950-06-01', '1980-01-01', '2026-01-01', '30 40 45 50 55 60 65 70 75'.split(' ')],
])('badges of one admitted on %s due from %s to %s', (admitted, from, to, expected) => {
  const badges = badgesDue(day(admitted), day(from), day(to));
  const written = badges.map((badge) => `${badge.years} ${formatDay(badge.reachedOn)} ${formatDay(badge.awardOn)}`);
  expect(expected.some((text) => text.includes('-')) ? written : badges.map(({ years }) => String(years))).toEqual(
    expected,
  );
});

test('a badge handed over in a span may have been reached before it', () => {
  const [from, to] = [day('2024-01-01'), day('2025-01-01')];
  expect(badgesDue(day('1993-11-08'), from, to)).toEqual([]);
  expect(badgesDue(day('1993-11-08'), from, to, 'AWARD').map(({ years }) => years)).toEqual([30]);
});

const someDay = fc.integer({ min: dayOf(1930, 1, 1), max: dayOf(2030, 12, 31) });

test('probation is a year of 365 or 366 days, and official time never starts before it ends', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 2000 }), (admitted, wait) => {
      const length = probationEnds(admitted) - admitted;
      expect([365, 366]).toContain(length);
      expect(officialSince(admitted, admitted + wait)).toBe(wait < length ? undefined : admitted + length);
    }),
  );
});

test('each badge falls due once, however its life is cut into spans, on the day of the month of the admission', () => {
  fc.assert(
    fc.property(someDay, fc.array(fc.integer({ min: 0, max: 34_000 }), { maxLength: 6 }), (admitted, cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), 34_000].map((each) => admitted + each);
      const due = edges.slice(1).flatMap((to, at) => badgesDue(admitted, edges[at] ?? 0, to));
      expect(due.map(({ years }) => years)).toEqual(BADGE_YEARS);
      for (const { reachedOn, awardOn } of due) {
        expect(civil(reachedOn).date).toBeLessThanOrEqual(civil(admitted).date);
        expect(civil(reachedOn).date).toBeGreaterThanOrEqual(Math.min(civil(admitted).date, 28));
        expect(awardOn).toBe(awardDayFrom(reachedOn));
        expect(awardOn - reachedOn).toBeLessThanOrEqual(106);
      }
    }),
  );
});
