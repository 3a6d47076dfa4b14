import 'reflect-metadata';
import { resolve } from 'node:path';
import { backUp } from '../src/database/backup/backup.ts';
import { runOnDatabase } from './run-on-database.ts';

/** npm run backup -- FOLDER: writes the whole database into a new folder, while others go on working with it. */
await runOnDatabase('usage: npm run backup -- FOLDER', async (url, folder) => {
  const began = performance.now();
  const { tables } = await backUp(url, resolve(folder));
  const sum = (of: (table: (typeof tables)[number]) => number): number =>
    tables.reduce((total, table) => total + of(table), 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return `${tables.length} tables, ${sum(({ rows }) => rows)} rows, ${sum(({ bytes }) => bytes)} bytes in ${folder}, after ${seconds} s`;
});
