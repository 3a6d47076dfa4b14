import type { DayResults } from '../days/results.ts';
import { figure, ratio, table } from './table.ts';

export const MOST_OF_PAST = 1.5;
export const MOST_OF_RESTATED = 3;

/** The part of docs/performance.md that tells of days of the past. */
export function daysPage({ scale, members, questions, milliseconds }: DayResults): string {
  const { today, past, restated } = milliseconds;
  return `## Days of the past

Scale \`${scale}\`: ${members.toLocaleString('en')} members. Eight indicators of the nation and of twenty provinces on ${questions} different days, each asked for once over one connection, in turn: on the tree of today, on the tree of a day before the reform, and a day before the reform restated onto the tree of today. At most ${MOST_OF_PAST} times, and at most ${MOST_OF_RESTATED} times, the time of today.

${table(
  ['', 'ms', 'ratio', 'bar'],
  [
    ['today', figure(today), '', ''],
    ['a past day', figure(past), ratio(past / today), mark(past / today <= MOST_OF_PAST)],
    ['restated', figure(restated), ratio(restated / today), mark(restated / today <= MOST_OF_RESTATED)],
  ],
)}
`;
}

function mark(passes: boolean): string {
  return passes ? '✓' : '**✗**';
}
