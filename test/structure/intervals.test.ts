import fc from 'fast-check';
import { subtract } from '../../src/register/intervals.ts';

const positions = fc.uniqueArray(fc.nat(30), { maxLength: 20 }).map((list) => list.sort((a, b) => a - b));

function intervalsOf(list: readonly number[]): Int32Array {
  const edges: number[] = [];
  for (const position of list) {
    if (edges.at(-1) === position) edges[edges.length - 1] = position + 1;
    else edges.push(position, position + 1);
  }
  return Int32Array.from(edges);
}

test('subtracting intervals leaves the positions that are in none of the others', () => {
  fc.assert(
    fc.property(positions, positions, (from, others) => {
      const left = from.filter((position) => !others.includes(position));
      expect([...subtract(intervalsOf(from), intervalsOf(others))]).toEqual([...intervalsOf(left)]);
    }),
    { numRuns: 500 },
  );
});
