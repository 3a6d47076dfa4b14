/** The positions of any of some lists of intervals. */
export function union(lists: readonly Int32Array[]): Int32Array {
  const pairs: (readonly [number, number])[] = [];
  for (const list of lists) {
    for (let at = 0; at < list.length; at += 2) pairs.push([list[at] ?? 0, list[at + 1] ?? 0]);
  }
  const edges: number[] = [];
  for (const [from, to] of pairs.sort((a, b) => a[0] - b[0])) {
    const end = edges.at(-1) ?? -1;
    if (edges.length > 0 && from <= end) edges[edges.length - 1] = Math.max(end, to);
    else edges.push(from, to);
  }
  return Int32Array.from(edges);
}

/** Whether a position is in one of some intervals. */
export function holds(intervals: Int32Array, position: number): boolean {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((intervals[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

/**
 * The positions of some intervals that lie in none of others.
 * @param from intervals, half-open and in rising order: from, to, from, to …
 */
export function subtract(from: Int32Array, others: Int32Array): Int32Array {
  const left: number[] = [];
  let other = 0;
  for (let at = 0; at < from.length; at += 2) {
    let start = from[at] ?? 0;
    const end = from[at + 1] ?? 0;
    while (other < others.length && (others[other + 1] ?? 0) <= start) other += 2;
    for (let over = other; over < others.length && (others[over] ?? 0) < end; over += 2) {
      if ((others[over] ?? 0) > start) left.push(start, others[over] ?? 0);
      start = Math.max(start, others[over + 1] ?? 0);
    }
    if (start < end) left.push(start, end);
  }
  return Int32Array.from(left);
}
