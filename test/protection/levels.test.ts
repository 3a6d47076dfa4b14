import { mergedParts } from '../../src/protection/levels.ts';
import type { CellFacts } from './world.ts';
import { makeWorld, ORIGINS, YEAR } from './world.ts';
import { dayOf } from '../../src/periods/day.ts';

test('a dimension is divided into its most frequent part and all others first, and into all parts last', () => {
  expect(mergedParts(2)).toEqual([0]);
  expect(mergedParts(5)).toEqual([4, 3, 2, 0]);
  expect(mergedParts(54).at(0)).toBe(53);
  expect(mergedParts(54).at(-1)).toBe(0);
  expect(mergedParts(54).length).toBeLessThan(20);
});

test('a frequent part is shown where rare ones are not, and what they have together is not small', () => {
  const cell = (...times: readonly number[]): CellFacts => ({
    admitted: [],
    left: [],
    stays: times.map((each, at) => ({ from: dayOf(2000, 1, 1), to: null, origin: ORIGINS[at] ?? '01', times: each })),
  });
  const world = makeWorld([[[cell(40, 4, 2), cell(50, 7, 3)]], [[cell(40, 9, 9), cell(60, 20, 8)]]]);
  const day = dayOf(YEAR, 12, 31);
  const shown = (code: string): boolean[] =>
    ORIGINS.map((origin) => {
      const unit = world.tree.byCode(code);
      if (!unit) throw new Error(code);
      return world.isShown('PARTY_MEMBERS', unit, { from: day, to: day + 1 }, { ETHNICITY: origin });
    });
  expect(shown('VN')).toEqual([true, true, true]);
  expect(shown('P0-0')).toEqual([true, true, true]);
  expect(shown('P0-0-0')).toEqual([true, false, false]);
  expect(shown('P0-0-1')).toEqual([true, false, false]);
  expect(shown('P1-0-0')).toEqual([true, true, true]);
});
