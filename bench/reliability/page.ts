import { table } from '../report/table.ts';
import type { Found } from './check.ts';
import type { Run } from './run.ts';

/** A breakage, and what came of it; a reason where it could not be tried. */
export type Line = { readonly name: string } & (
  { readonly obstacle: string } | { readonly run: Run; readonly found: Found }
);

const HEADS = [
  'what was broken',
  'right answers',
  'coded errors',
  'connections that broke',
  'errors without a code',
  'wrong figures',
  'changes acknowledged: structure · imports · readings',
  'of these missing',
  'roll-ups that differ',
  'flaws of the record',
  'ready again after',
];

/** docs/reliability.md */
export function reliabilityPage(lines: readonly Line[], times: number): string {
  return `# Reliability

Written by \`npm run reliability\`: real parts are broken while eight clients read figures, two open organisations, one brings in files one after the other, and two read members. Each is broken ${times} times, each time once changes of every kind went through again; then it is left alone, and watched. A shortened run of most of it is part of the tests.

${table(HEADS, lines.map(cellsOf))}

- **Wrong figures, changes missing, roll-ups that differ, flaws and errors without a code must be 0.**
- A right figure is the published one of Quế Sơn (3,716), or the sum of five units whose figures are brought in anew all the time: all five of the same import, none older than what was acknowledged before the question was asked, none newer than what was begun. Whoever read a figure from one server is never told an older one by another.
- Missing is an organisation, an import or a reading that was acknowledged and is not in the database, or an import of which a part is.
- Roll-ups of five units and all indicators are held against those of a server that has just read everything.
- The record of readings is gone through as \`npm run audit:verify\` does it.
- Ready again: the longest time from the end of the breakage until \`/readyz\` said so, without anybody's help.
- The clock is set back by libfaketime, for PostgreSQL and the platform alike; where that is not installed, it is not tried.
- Connections break where a process is killed; its clients ask again, and are answered by another, or by the next.

A change whose answer was an error may have been done all the same, where the connection broke between its commit and the answer; \`DATABASE_UNAVAILABLE\` says so.

Tried by tests of their own, beside: transactions that end late on replicas (test/replicas); stops that finish what runs (test/operations); imports killed at each of their steps (test/import); the journal pruned at any moment (test/loaders).
`;
}

function cellsOf(line: Line): string[] {
  if ('obstacle' in line) return [line.name, `not tried: ${line.obstacle}`, ...HEADS.slice(2).map(() => '')];
  const { seen, readyAfter } = line.run;
  const { rollups, differing, missing, flaws } = line.found;
  const coded = [...seen.coded].map(([code, count]) => `${count} \`${code}\``).join(', ');
  return [
    ...[line.name, String(seen.right), coded === '' ? '0' : coded, String(seen.broken), String(seen.uncoded)],
    ...[String(seen.wrong), seen.changes.join(' · '), String(missing), `${differing} of ${rollups}`, String(flaws)],
    `${readyAfter} ms`,
  ];
}
