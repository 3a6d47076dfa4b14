import type { Row } from '../../src/protection/line.ts';
import { hiddenIn } from '../../src/protection/line.ts';

const rows = (...columns: (number | number[])[]): Row[] =>
  columns.map((each, key) => ({ key, columns: [each].flat(), state: 'OPEN' }));
const hidden = (given: readonly Row[], divides = false): number[] =>
  [...hiddenIn(given, { smallest: 5, divides })].sort((a, b) => a - b);

test('parts that are not small are shown, and so is zero', () => {
  expect(hidden(rows(5, 0, 12))).toEqual([]);
});

test('a small part takes the smallest of the others with it, so that it does not follow from the whole', () => {
  expect(hidden(rows(4, 30, 9))).toEqual([0, 1, 2]);
  expect(hidden(rows(4, 30, 9, 9))).toEqual([0, 2, 3]);
});

test('those hidden are not small together, without the largest of them either', () => {
  expect(hidden(rows(1, 1, 20, 30))).toEqual([0, 1, 2, 3]);
  expect(hidden(rows(2, 4, 20, 30))).toEqual([0, 1, 2]);
  expect(hidden(rows(3, 2, 5, 30))).toEqual([0, 1, 2]);
});

test('what is public anyway covers for nobody as long as there is something else', () => {
  const [small, reserved, other] = rows(4, 6, 30);
  if (!small || !reserved || !other) throw new Error('three rows');
  expect(hidden([small, { ...reserved, state: 'RESERVED' }, other, { ...other, key: 3 }])).toEqual([0, 2, 3]);
});

test('a divided part is hidden where one of its columns is small, and never alone', () => {
  expect(hidden(rows([5, 5], [3, 9], [20, 20]), true)).toEqual([0, 1]);
  expect(hidden(rows([5, 5], [0, 9], [20, 20]), true)).toEqual([]);
});

test('what divided parts have together is not small in any column', () => {
  expect(hidden(rows([1, 9], [0, 9], [20, 20], [30, 30]), true)).toEqual([0, 1, 2]);
});

test('those that a coarser decision hides cover for one more', () => {
  const [before, other, small, large] = rows([2, 6], [3, 4], [3, 9], [20, 20]);
  if (!before || !other || !small || !large) throw new Error('four rows');
  const earlier = [before, other].map((row): Row => ({ ...row, state: 'HIDDEN' }));
  expect(hidden([...earlier, large], true)).toEqual([0, 1]);
  expect(hidden([...earlier, small, large], true)).toEqual([0, 1, 2]);
});

test('what tells a small group by other means is hidden like a small part', () => {
  const [changed, other, large] = rows(50, 60, 70);
  if (!changed || !other || !large) throw new Error('three rows');
  expect(hidden([{ ...changed, state: 'SMALL' }, other, large])).toEqual([0, 1]);
  const given = [changed, other, large];
  const leavesMore = (keys: ReadonlySet<number>): boolean => !keys.has(2);
  expect([...hiddenIn(given, { smallest: 5, divides: false, leavesMore })].sort()).toEqual([0, 1, 2]);
});
