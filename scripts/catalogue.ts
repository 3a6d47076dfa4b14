import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { readConfig } from '../src/config.ts';
import { migrateUp, openOrm } from '../src/database/orm.ts';
import { CatalogueRefused } from '../src/import/catalogue/problem.ts';
import { readEntries } from '../src/import/catalogue/read-file.ts';
import { takeEntries } from '../src/import/catalogue/take.ts';
import { findDatabase } from '../src/startup/database.ts';
import { Lifetime } from '../src/startup/lifetime.ts';

/** npm run catalogue -- FILE: takes the indicators, dimensions and rules of a file into the catalogue, all or none. */
const STOP_LIMIT_MS = 15_000;

const [file] = process.argv.slice(2);
const life = new Lifetime();
try {
  if (file === undefined) throw new Error('usage: npm run catalogue -- FILE, with FILE as JSON or JSON Lines');
  const entries = readEntries(await readFile(file, 'utf8'));
  const url = await findDatabase(readConfig(), life);
  const orm = await life.open(
    () => openOrm(url),
    (opened) => opened.close(true),
  );
  await migrateUp(orm);
  await takeEntries(orm.em.fork(), entries);
  const { indicators, dimensions, rules } = entries;
  process.stdout.write(
    `taken: ${indicators.length} indicators, ${dimensions.length} dimensions, ${rules.length} rules\n`,
  );
} catch (error) {
  const what = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof CatalogueRefused ? `refused, nothing was written:\n${what}\n` : `${what}\n`);
  process.exitCode = 1;
} finally {
  await life.end(STOP_LIMIT_MS);
}
