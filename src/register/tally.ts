import type { Day } from '../periods/day.ts';
import type { Block } from './block.ts';
import { BLOCK_CELLS } from './block.ts';
import { ageKey, ageOf, packDay } from './encoding.ts';
import { ageRange } from './indicators.ts';
import { PROFILE_DIMENSIONS } from './profiles.ts';
import type { Register } from './register.ts';

/** Into which of some values each row falls: its number, or -1 for none of them. */
type Sorting = (block: Block, row: number) => number;

/** Counts the members of some cells on a day by all values of a dimension in one pass over their rows. */
export type Tally = (cells: Int32Array, day: Day) => number[];

/**
 * The tally of members along a dimension.
 * @param values the values that are counted, in the order of the answer
 * @returns undefined where members have no such attribute
 */
export function tallyOf(register: Register, dimension: string, values: readonly string[]): Tally | undefined {
  const attribute = PROFILE_DIMENSIONS.find((each) => each === dimension);
  if (attribute) {
    const numbers = new Map(values.map((value, at) => [value, at]));
    const { profiles } = register.shared;
    const byProfile = Int16Array.from({ length: profiles.size }, (_, number) => {
      return numbers.get(profiles.valueOf(number, attribute)) ?? -1;
    });
    return (cells, day) =>
      tally(register, cells, day, values.length, (block, row) => byProfile[block.profile[row] ?? 0] ?? -1);
  }
  if (dimension !== 'AGE_BAND') return undefined;
  const ranges = values.map(ageRange);
  const byAge = Int16Array.from({ length: 201 }, (_, age) =>
    ranges.findIndex((range) => range && range.least <= age && age <= range.most),
  );
  return (cells, day) => {
    const today = ageKey(day);
    return tally(register, cells, day, values.length, (block, row) => byAge[ageOf(today, block.born[row] ?? 0)] ?? -1);
  };
}

function tally({ blocks }: Register, cells: Int32Array, day: Day, size: number, sorting: Sorting): number[] {
  const counts = Array.from({ length: size }, () => 0);
  const packed = packDay(day);
  for (let at = 0; at < cells.length; at += 2) {
    const [from, to] = [cells[at] ?? 0, cells[at + 1] ?? 0];
    for (let start = from; start < to; start = nextBlock(start)) {
      const block = blocks[Math.floor(start / BLOCK_CELLS)];
      if (block)
        tallyBlock(
          block,
          start % BLOCK_CELLS,
          Math.min(to - start + (start % BLOCK_CELLS), BLOCK_CELLS),
          packed,
          counts,
          sorting,
        );
    }
  }
  return counts;
}

function nextBlock(position: number): number {
  return (Math.floor(position / BLOCK_CELLS) + 1) * BLOCK_CELLS;
}

function tallyBlock(block: Block, first: number, end: number, day: number, counts: number[], sorting: Sorting): void {
  for (let row = block.starts[first] ?? 0; row < (block.starts[end] ?? 0); row += 1) {
    if ((block.from[row] ?? 0) > day || (block.to[row] ?? 0) <= day) continue;
    const value = sorting(block, row);
    if (value >= 0) counts[value] = (counts[value] ?? 0) + 1;
  }
}
