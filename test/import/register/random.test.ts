import fc from 'fast-check';
import { apportion, fitSizes } from '../../../src/import/register/random/apportion.ts';
import { Random } from '../../../src/import/register/random/random.ts';
import { WeightedDraw } from '../../../src/import/register/random/weighted.ts';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const draws = (random: Random): number[] => Array.from({ length: 50 }, () => random.unit());

test('the same seed and name give the same numbers, another of either others', () => {
  const first = draws(new Random(7, 'plan:T49'));
  expect(draws(new Random(7, 'plan:T49'))).toEqual(first);
  expect(draws(new Random(8, 'plan:T49'))).not.toEqual(first);
  expect(draws(new Random(7, 'plan:T50'))).not.toEqual(first);
});

test('whole numbers stay within their ends and reach both', () => {
  const random = new Random(1, 'ints');
  const seen = new Set(Array.from({ length: 500 }, () => random.int(3, 6)));
  expect([...seen].sort()).toEqual([3, 4, 5, 6]);
});

test('half of the log-normal numbers exceed the median', () => {
  const random = new Random(1, 'sizes');
  const above = Array.from({ length: 4000 }, () => random.logNormal(17, 0.45)).filter((size) => size > 17).length;
  expect(above / 4000).toBeCloseTo(0.5, 1);
});

test('items are drawn in proportion to their weights, never without one', () => {
  const random = new Random(1, 'weights');
  const draw = new WeightedDraw([
    { item: 'A', weight: 3 },
    { item: 'never', weight: 0 },
    { item: 'B', weight: 1 },
  ]);
  const counts = Map.groupBy(
    Array.from({ length: 4000 }, () => draw.draw(random)),
    (item) => item,
  );
  expect([...counts.keys()].sort()).toEqual(['A', 'B']);
  expect((counts.get('A')?.length ?? 0) / 4000).toBeCloseTo(0.75, 1);
});

test('nothing can be drawn where nothing has a weight', () => {
  expect(() => new WeightedDraw([{ item: 'A', weight: 0 }])).toThrow('expected an item with a weight above 0');
});

const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });

test('what is apportioned adds up, and is nowhere a whole one off', () => {
  fc.assert(
    fc.property(fc.nat(10_000), weights, (total, shares) => {
      const parts = apportion(total, shares);
      expect(sum(parts)).toBe(total);
      const all = sum(shares);
      if (all > 0)
        parts.forEach((part, at) => expect(Math.abs(part - (total * (shares[at] ?? 0)) / all)).toBeLessThan(1));
    }),
  );
});

test('sizes come to the total that they are to have, within their limits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (sizes, share) => {
        const total = Math.round(sizes.length * (3 + 57 * share));
        const fitted = fitSizes(sizes, total, 3, 60);
        expect(sum(fitted)).toBe(total);
        expect(fitted.every((size) => size >= 3 && size <= 60)).toBe(true);
      },
    ),
  );
});

test('a total that the limits do not allow is refused', () => {
  expect(() => fitSizes([10, 10], 5, 3, 60)).toThrow('2 sizes from 3 to 60');
});
