import type { Turnover } from '../../src/protection/change.ts';
import { difference, isBusy, tellsOfFew } from '../../src/protection/change.ts';

const turnover =
  (came: number[], went: number[]): (() => Turnover[]) =>
  () => [{ came, went }];
const asked = (): never => {
  throw new Error('nobody has to know');
};

test('no change and a large one tell of no few people, whoever came', () => {
  expect(tellsOfFew([0, 5, -5], asked, 5)).toBe(false);
});

test('a small change tells of few people, unless many came and many went', () => {
  expect(tellsOfFew([1], turnover([1], [0]), 5)).toBe(true);
  expect(tellsOfFew([-4], turnover([4], [8]), 5)).toBe(true);
  expect(tellsOfFew([-4], turnover([8], [4]), 5)).toBe(true);
  expect(tellsOfFew([1], turnover([10], [9]), 5)).toBe(false);
});

test('column by column, and of several units together', () => {
  expect(tellsOfFew([1, 20], turnover([10, 0], [9, 0]), 5)).toBe(false);
  expect(tellsOfFew([20, 1], turnover([10, 0], [9, 0]), 5)).toBe(true);
  const two = (): Turnover[] => [
    { came: [3], went: [2] },
    { came: [3], went: [4] },
  ];
  expect(tellsOfFew([1], two, 5)).toBe(false);
});

test('a difference where one has more columns than the other', () => {
  expect(difference([3, 4], [1])).toEqual([2, 4]);
});

test('busy is where many came into every column and many left it', () => {
  expect(isBusy(turnover([5, 6], [7, 8])(), 5)).toBe(true);
  expect(isBusy(turnover([5, 4], [7, 8])(), 5)).toBe(false);
  expect(isBusy(turnover([5, 6], [4, 8])(), 5)).toBe(false);
});
