import type { Comparison, WriteResults } from '../writes/results.ts';
import { figure, table } from './table.ts';

export const LEAST_OF_SINGLE_ROWS = 0.7;
export const MOST_OF_BURST = 3;

/** The part of docs/performance.md that tells of writing. */
export function writesPage(results: WriteResults): string {
  const { scale, members, rounds, singleRows, burst, scatteredBurst, shown } = results;
  return `## Writing

Scale \`${scale}\`: ${members.toLocaleString('en')} members; medians of ${rounds} rounds, in turn without the triggers that keep the figures true and with them, on a PostgreSQL that waits for the disk, while somebody asks twenty times a second. At least ${LEAST_OF_SINGLE_ROWS * 100} % of the single rows, and at most ${MOST_OF_BURST} times the time of a burst.

${table(
  ['', 'without', 'with', 'ratio', 'bar'],
  [
    row('single events of eight writers, per second', singleRows, share(singleRows) >= LEAST_OF_SINGLE_ROWS),
    row('10,000 events of neighbouring cells in one statement, ms', burst, share(burst) <= MOST_OF_BURST),
    row('10,000 events from all over in one statement, ms', scatteredBurst, share(scatteredBurst) <= MOST_OF_BURST),
  ],
)}

The first answer after a transaction counts what it wrote, always. It takes longer by what has to be read again:

${table(
  ['first answer', 'ms'],
  [
    ['nothing was written', figure(shown.unchanged)],
    ['after one event', figure(shown.afterOneRow)],
    ['after 10,000 events from all over', figure(shown.afterBurst)],
  ],
)}
`;
}

function share({ without, with: kept }: Comparison): number {
  return kept / without;
}

function row(what: string, comparison: Comparison, passes: boolean): string[] {
  return [what, figure(comparison.without), figure(comparison.with), figure(share(comparison)), passes ? '✓' : '**✗**'];
}
