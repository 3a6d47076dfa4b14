import type { LoadResults, Minute } from '../load/results.ts';
import { MOST_MEMORY_GROWTH, MOST_TAIL, WARM_UP } from '../load/results.ts';
import { median } from '../measure/numbers.ts';
import { figure, megabytes, ratio, table } from './table.ts';

/** The part of docs/performance.md that tells of minutes of load. */
export function loadPage(results: LoadResults): string {
  const { scale, members, minutes, connections, questions, answers, errors, p50, p99, p999, memory, others } = results;
  const rows = [
    ['answers', answers.toLocaleString('en'), ''],
    ['errors', String(errors), mark(errors === 0)],
    ['p50', `${figure(p50)} ms`, ''],
    ['p99', `${figure(p99)} ms`, ''],
    ['p99.9', `${figure(p999)} ms`, ''],
    [`p99 to p50, at most ${MOST_TAIL} ×`, ratio(p99 / p50), mark(p99 <= MOST_TAIL * p50)],
    ...[...growthRows('heap', memory, (minute) => minute.heap)],
    ...[...growthRows('resident', memory, (minute) => minute.resident)],
  ];
  return `## Minutes of load

Scale \`${scale}\`: ${members.toLocaleString('en')} members. ${connections} connections ask ${questions.toLocaleString('en')} different questions, Q1 to Q8 in turn, as an administrator, for ${minutes} minutes (\`npm run bench -- load\`). Others on the machine used ${figure(others)} processors meanwhile. Of each minute: the least of the heap in use, and the median of what is resident. After the first ${WARM_UP} minutes it may grow to ${MOST_MEMORY_GROWTH} times at most, from the first third of the rest to the last.

${table(['', 'measured', 'bar'], rows)}

${table(['minute', 'heap', 'resident'], memory.map(minuteRow))}
`;
}

function growthRows(name: string, memory: readonly Minute[], of: (minute: Minute) => number): string[][] {
  const rest = memory.slice(WARM_UP).map(of);
  const third = Math.ceil(rest.length / 3);
  if (third === 0) return [];
  const growth = median(rest.slice(-third)) / median(rest.slice(0, third));
  return [[`${name}: growth after the warm-up`, ratio(growth), mark(growth <= MOST_MEMORY_GROWTH)]];
}

function minuteRow({ heap, resident }: Minute, at: number): string[] {
  return [String(at + 1), megabytes(heap), megabytes(resident)];
}

function mark(passes: boolean): string {
  return passes ? '✓' : '**✗**';
}
