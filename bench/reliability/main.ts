import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BREAKAGES } from './breakages.ts';
import { checkAfter } from './check.ts';
import type { Line } from './page.ts';
import { reliabilityPage } from './page.ts';
import { breakUnderLoad } from './run.ts';
import { forgetTemplate } from './template.ts';
import type { Breakage } from './world.ts';

/** npm run reliability [-- TIMES] [--only WORD]: breaks real parts under load, counts, and writes docs/reliability.md. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const times = Number(positionals[0] ?? 5);
const lines: Line[] = [];
for (const breakage of BREAKAGES.filter(({ name }) => name.includes(values.only ?? ''))) {
  const line = await tryOut(breakage);
  process.stdout.write(`${JSON.stringify(told(line))}\n`);
  lines.push(line);
}
await forgetTemplate();
if (values.only === undefined) await writeFile('docs/reliability.md', reliabilityPage(lines, times));

async function tryOut({ name, obstacle, open }: Breakage): Promise<Line> {
  const why = obstacle?.();
  if (why !== undefined) return { name, obstacle: why };
  const world = await open();
  try {
    const run = await breakUnderLoad(world, times);
    return { name, run, found: await checkAfter(world, run.seen) };
  } finally {
    await world.end();
  }
}

function told(line: Line): object {
  if ('obstacle' in line) return line;
  const { seen, readyAfter } = line.run;
  const { right, wrong, wrongOnes, uncoded, broken, changes } = seen;
  const coded = Object.fromEntries(seen.coded);
  return { name: line.name, right, wrong, wrongOnes, coded, uncoded, broken, changes, readyAfter, ...line.found };
}
