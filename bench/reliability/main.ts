import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { BREAKAGES } from './breakages.ts';
import type { Found } from './check.ts';
import { checkAfter } from './check.ts';
import type { Seen } from './load.ts';
import { underLoad } from './load.ts';
import { makeWorld } from './world.ts';

/** npm run reliability [-- TIMES]: breaks real parts under load, counts, and writes docs/reliability.md. */
const times = Number(process.argv[2] ?? 5);
const lines: string[] = [];
const world = await makeWorld();
try {
  for (const { name, happen } of BREAKAGES) {
    const seen = await underLoad(world, () => happen(world, times));
    const line = lineOf(name, seen, await checkAfter(world, seen));
    process.stdout.write(`${line}\n`);
    lines.push(line);
  }
} finally {
  await world.end();
}
await writeFile('docs/reliability.md', page());

function lineOf(name: string, seen: Seen, { readyAfter, rollups, missing, differing, flaws }: Found): string {
  const coded = [...seen.coded].map(([code, count]) => `${count} \`${code}\``).join(', ');
  const cells = [name, seen.right, coded === '' ? 0 : coded, seen.uncoded, seen.wrong];
  cells.push(seen.acknowledged.length, missing, `${differing} of ${rollups}`, flaws, `${readyAfter} ms`);
  return `| ${cells.join(' | ')} |`;
}

function page(): string {
  return `# Reliability

Written by \`npm run reliability\`: real parts are broken while eight clients ask and two change the structure, each breakage ${times} times (connections are cut four times as often). A shortened run is part of the tests. Wrong figures, acknowledged writes that are missing, roll-ups that differ from those of a server that has just read everything, and flaws of the record of readings must all be 0. Other errors are broken connections, or errors without a code.

| what was broken | right answers | coded errors | other errors | wrong figures | writes acknowledged | of these missing | roll-ups that differ | flaws of the record | ready again after |
| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}

Tried elsewhere, by tests: replicas that lag, that are gone, and transactions that end late (test/replicas); workers and instances that are killed, and stops (test/operations); imports that are killed (test/import); kill -9 of PostgreSQL (test/database, test/lifecycle).

Not tried: a full disk (no file system of a fixed size can be made where the tests run), a clock that is set back, and ten minutes of load without a pause.

A write whose answer was an error may have been done all the same, where the connection broke between its commit and the answer.
`;
}
