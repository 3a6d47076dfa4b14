import type { Block } from './block.ts';
import { BLOCK_CELLS } from './block.ts';
import type { Counter } from './counters.ts';

/** How many counters are kept ready; a column of the nation has four thousand blocks. */
const MAX_COLUMNS = 2000;

/** The counts of all blocks for one counter, as running sums; `sums[b]` is what comes before block b. */
interface Column {
  readonly blocks: readonly Block[];
  readonly counts: Int32Array;
  readonly sums: Float64Array;
}

/** Columns by counter. One that was made of earlier blocks is mended where they changed. */
export class Columns {
  private readonly byKey = new Map<string, Column>();

  /** What a counter counts in an interval of cell positions. */
  count(blocks: readonly Block[], counter: Counter, from: number, to: number): number {
    const [first, last] = [Math.floor(from / BLOCK_CELLS), Math.floor((to - 1) / BLOCK_CELLS)];
    const [offset, end] = [from - first * BLOCK_CELLS, to - last * BLOCK_CELLS];
    const head = blocks[first];
    if (!head || to <= from) return 0;
    if (first === last) return counter.cells(head, offset, end);
    const tail = blocks[last];
    const ragged =
      (offset === 0 ? 0 : counter.cells(head, offset, BLOCK_CELLS)) + (tail ? counter.cells(tail, 0, end) : 0);
    const firstWhole = offset === 0 ? first : first + 1;
    return ragged + this.between(blocks, counter, firstWhole, last);
  }

  private between(blocks: readonly Block[], counter: Counter, from: number, to: number): number {
    if (to <= from) return 0;
    const known = this.byKey.get(counter.key);
    if (known?.blocks === blocks) return (known.sums[to] ?? 0) - (known.sums[from] ?? 0);
    if (!known && to - from < 8) return sumOf(blocks, counter, from, to);
    const { sums } = this.keep(counter.key, known ? mend(known, blocks, counter) : make(blocks, counter));
    return (sums[to] ?? 0) - (sums[from] ?? 0);
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

function sumOf(blocks: readonly Block[], counter: Counter, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const block = blocks[at];
    if (block) sum += counter.whole(block);
  }
  return sum;
}

function make(blocks: readonly Block[], counter: Counter): Column {
  return summed(
    blocks,
    Int32Array.from(blocks, (block) => counter.whole(block)),
  );
}

function mend(column: Column, blocks: readonly Block[], counter: Counter): Column {
  const counts = Int32Array.from(blocks, (block, at) =>
    column.blocks[at] === block ? (column.counts[at] ?? 0) : counter.whole(block),
  );
  return summed(blocks, counts);
}

function summed(blocks: readonly Block[], counts: Int32Array): Column {
  const sums = new Float64Array(counts.length + 1);
  counts.forEach((count, at) => {
    sums[at + 1] = (sums[at] ?? 0) + count;
  });
  return { blocks, counts, sums };
}
