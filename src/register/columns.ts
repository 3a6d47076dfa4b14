import type { Block } from './block.ts';
import { BLOCK_CELLS } from './block.ts';
import type { Counter } from './counters.ts';

/** How many counters are kept ready; a column of the nation has four thousand blocks. */
const MAX_COLUMNS = 2000;

/** From how many blocks on a column is made for them. */
const WORTH_A_COLUMN = 8;

/** How many intervals a column remembers. */
const MAX_INTERVALS = 1000;

/** The counts of all blocks for one counter. */
interface Column {
  readonly blocks: readonly Block[];
  /** Running sums: `sums[b]` is what comes before block b. */
  readonly sums: Int32Array;
  /** Counts of intervals that were asked for: most begin or end within a block, whose rows are gone through. */
  readonly intervals: Map<number, number>;
}

/** Columns by counter. One that was made of earlier blocks is mended where they changed. */
export class Columns {
  private readonly byKey = new Map<string, Column>();

  /** What a counter counts in an interval of cell positions. */
  count(blocks: readonly Block[], counter: Counter, from: number, to: number): number {
    if (to <= from) return 0;
    const [first, last] = [Math.floor(from / BLOCK_CELLS), Math.floor((to - 1) / BLOCK_CELLS)];
    const column = first === last ? undefined : this.columnOf(blocks, counter, last - first);
    if (!column) return countWhole(blocks, counter, from, to);
    const key = from * 0x400000 + to;
    const known = column.intervals.get(key);
    if (known !== undefined) return known;
    if (column.intervals.size >= MAX_INTERVALS) column.intervals.clear();
    const count = countWhole(blocks, counter, from, to, column.sums);
    column.intervals.set(key, count);
    return count;
  }

  /** Undefined where there is none, and so few blocks are not worth one. */
  private columnOf(blocks: readonly Block[], counter: Counter, wanted: number): Column | undefined {
    const known = this.byKey.get(counter.key);
    if (known?.blocks === blocks) return known;
    if (known) return this.keep(counter.key, mend(known, blocks, counter));
    return wanted < WORTH_A_COLUMN ? undefined : this.keep(counter.key, make(blocks, counter));
  }

  private keep(key: string, column: Column): Column {
    this.byKey.delete(key);
    this.byKey.set(key, column);
    for (const oldest of this.byKey.keys()) {
      if (this.byKey.size <= MAX_COLUMNS) break;
      this.byKey.delete(oldest);
    }
    return column;
  }
}

/** Goes through the rows of blocks that the interval has a part of, and takes whole blocks as they are. */
function countWhole(blocks: readonly Block[], counter: Counter, from: number, to: number, sums?: Int32Array): number {
  const [first, last] = [Math.floor(from / BLOCK_CELLS), Math.floor((to - 1) / BLOCK_CELLS)];
  const [offset, end] = [from - first * BLOCK_CELLS, to - last * BLOCK_CELLS];
  const [head, tail] = [blocks[first], blocks[last]];
  if (!head || !tail) return 0;
  if (first === last) return counter.cells(head, offset, end);
  const firstWhole = offset === 0 ? first : first + 1;
  const ends = (offset === 0 ? 0 : counter.cells(head, offset, BLOCK_CELLS)) + counter.cells(tail, 0, end);
  return ends + (sums ? (sums[last] ?? 0) - (sums[firstWhole] ?? 0) : sumOf(blocks, counter, firstWhole, last));
}

function sumOf(blocks: readonly Block[], counter: Counter, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const block = blocks[at];
    if (block) sum += counter.whole(block);
  }
  return sum;
}

function make(blocks: readonly Block[], counter: Counter): Column {
  return summed(blocks, (block) => counter.whole(block));
}

function mend(column: Column, blocks: readonly Block[], counter: Counter): Column {
  const { blocks: before, sums } = column;
  return summed(blocks, (block, at) =>
    before[at] === block ? (sums[at + 1] ?? 0) - (sums[at] ?? 0) : counter.whole(block),
  );
}

function summed(blocks: readonly Block[], countOf: (block: Block, at: number) => number): Column {
  const sums = new Int32Array(blocks.length + 1);
  blocks.forEach((block, at) => {
    sums[at + 1] = (sums[at] ?? 0) + countOf(block, at);
  });
  return { blocks, sums, intervals: new Map() };
}
