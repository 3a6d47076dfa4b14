import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { CatalogueRefused } from '../src/import/catalogue/problem.ts';
import { readEntries } from '../src/import/catalogue/read-file.ts';
import { takeEntries } from '../src/import/catalogue/take.ts';
import type { Lifetime } from '../src/startup/lifetime.ts';
import { openTables, runCommand } from './command.ts';

/** npm run catalogue -- FILE: takes the indicators, dimensions and rules of a file into the catalogue, all or none. */
async function take(life: Lifetime): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('usage: npm run catalogue -- FILE, with FILE as JSON or JSON Lines');
  const entries = readEntries(await readFile(file, 'utf8'));
  const { orm } = await openTables(life);
  await takeEntries(orm.em.fork(), entries);
  const { indicators, dimensions, rules } = entries;
  process.stdout.write(
    `taken: ${indicators.length} indicators, ${dimensions.length} dimensions, ${rules.length} rules\n`,
  );
}

await runCommand(take, {
  describe: (error) => {
    const what = error instanceof Error ? error.message : String(error);
    return error instanceof CatalogueRefused ? `refused, nothing was written:\n${what}` : what;
  },
});
