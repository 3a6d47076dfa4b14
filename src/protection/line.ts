/** One of the parts that make a whole: what it has in each column. */
export interface Row {
  readonly key: number;
  readonly columns: readonly number[];
  /**
   * HIDDEN: withheld already, by a coarser decision. SMALL: tells a small group by other means than its columns.
   * RESERVED: public anyway, and no cover for others.
   */
  readonly state: 'OPEN' | 'RESERVED' | 'SMALL' | 'HIDDEN';
}

/** What the hidden parts of a whole have to be like. */
export interface LineRule {
  /** The smallest count of people that is shown. */
  readonly smallest: number;
  /** Whether what is hidden here was shown whole by a coarser decision, and is divided by columns now. */
  readonly divides: boolean;
  /** Whether the parts hidden so far leave something else to tell a small group by. */
  readonly leavesMore?: (hidden: ReadonlySet<number>) => boolean;
}

/** Whether a count, or a difference of two, says nothing of a small group: it is zero, or not small. */
export function isSafe(count: number, smallest: number): boolean {
  return count === 0 || Math.abs(count) >= smallest;
}

/**
 * Which of the parts of a shown whole are hidden. Small ones are; and the smallest of the others until those hidden
 * cannot be told apart: what they have together follows from the whole, so it must not be small, and there must be
 * two of them at least. Of an undivided whole it must not be small without the largest of them either: whoever knows
 * one of the parts knows no small group then.
 * @returns the keys of the hidden rows
 */
export function hiddenIn(rows: readonly Row[], rule: LineRule): Set<number> {
  const hidden = new Set(rows.filter((row) => isHiddenAlone(row, rule)).map((row) => row.key));
  const covers = rows.filter((row) => !hidden.has(row.key) && totalOf(row) > 0).sort(byUse);
  while (!suffices(rows, hidden, rule)) {
    const next = covers.shift();
    if (!next) break;
    hidden.add(next.key);
  }
  return hidden;
}

function isHiddenAlone({ state, columns }: Row, { smallest }: LineRule): boolean {
  return state === 'HIDDEN' || state === 'SMALL' || columns.some((count) => !isSafe(count, smallest));
}

/** Reserved ones last, then the smallest first. */
function byUse(a: Row, b: Row): number {
  const reserved = Number(a.state === 'RESERVED') - Number(b.state === 'RESERVED');
  const total = totalOf(a) - totalOf(b);
  if (reserved !== 0) return reserved;
  return total !== 0 ? total : a.key - b.key;
}

function suffices(rows: readonly Row[], hidden: ReadonlySet<number>, rule: LineRule): boolean {
  const { smallest, divides, leavesMore } = rule;
  const among = rows.filter((row) => hidden.has(row.key) && totalOf(row) > 0);
  if (among.length > 0) {
    const isEnough = divides ? coverEachOther(among, smallest) : isEnoughWithoutOne(among, smallest);
    if (!isEnough) return false;
  }
  return leavesMore?.(hidden) !== true;
}

/** What they have together is known of each column; those that were hidden before are one, whose whole is known. */
function coverEachOther(among: readonly Row[], smallest: number): boolean {
  const fresh = among.filter((row) => row.state !== 'HIDDEN').length;
  if (fresh > 0 && fresh + (among.length > fresh ? 1 : 0) < 2) return false;
  return columnSums(among).every((sum) => isSafe(sum, smallest));
}

function isEnoughWithoutOne(among: readonly Row[], smallest: number): boolean {
  const totals = among.map(totalOf);
  return totals.reduce((sum, total) => sum + total, 0) - Math.max(...totals) >= smallest;
}

/** What rows have together, column by column. */
export function columnSums(rows: readonly Pick<Row, 'columns'>[]): number[] {
  const sums: number[] = [];
  for (const { columns } of rows) {
    columns.forEach((count, at) => {
      sums[at] = (sums[at] ?? 0) + count;
    });
  }
  return sums;
}

function totalOf({ columns }: Row): number {
  return columns.reduce((sum, count) => sum + count, 0);
}
