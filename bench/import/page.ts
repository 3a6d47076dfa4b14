import { figure, table } from '../report/table.ts';
import type { ImportMeasure, ImportResults } from './run.ts';

const MOST_OF_BARE = 3;
const MOST_MEGABYTES = 512;

/** The table of docs/import.md that tells how fast members come in. */
export function importPage({ machine, rounds, measures }: ImportResults): string {
  return `Medians of ${rounds} rounds, in turn, on a PostgreSQL that waits for the disk. ${machine.processor}, ${machine.cores} cores, Node ${machine.node}; ${machine.loadBefore.toFixed(1)} other processes wanted the processors when it began.

${table(['members', 'bare COPY, ms', 'import, ms', 'roll-ups, ms', 'ratio', 'most memory, MB', 'bar'], measures.map(row))}
`;
}

function row({ rows, bare, import: imported, rollUp, megabytes }: ImportMeasure): string[] {
  const ratio = (imported + rollUp) / bare;
  const passes = ratio <= MOST_OF_BARE && megabytes < MOST_MEGABYTES;
  const numbers = [bare, imported, rollUp, ratio, megabytes].map(figure);
  return [rows.toLocaleString('en'), ...numbers, passes ? '✓' : '**✗**'];
}
