import { columnSums, isSafe } from './line.ts';

/** Those who came and those who went, column by column. */
export interface Turnover {
  readonly came: readonly number[];
  readonly went: readonly number[];
}

/** What one has more than the other, column by column. */
export function difference(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) - (b[at] ?? 0));
}

/** Whether many came into every column, and many left it. */
export function isBusy(turnover: readonly Turnover[], smallest: number): boolean {
  const sums = (which: keyof Turnover): number[] => columnSums(turnover.map((each) => ({ columns: each[which] })));
  return turnover.length > 0 && [...sums('came'), ...sums('went')].every((count) => count >= smallest);
}

/**
 * Whether a change tells that few came or went: it is small, and not because many came and about as many went.
 * @param turnover is asked for only where the change is small
 */
export function tellsOfFew(change: readonly number[], turnover: () => readonly Turnover[], smallest: number): boolean {
  if (change.every((count) => isSafe(count, smallest))) return false;
  const all = turnover();
  const isMuch = (at: number, which: keyof Turnover): boolean =>
    all.reduce((sum, each) => sum + (each[which][at] ?? 0), 0) >= smallest;
  return change.some((count, at) => !isSafe(count, smallest) && !(isMuch(at, 'came') && isMuch(at, 'went')));
}
