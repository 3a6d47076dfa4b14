import 'reflect-metadata';
import { resolve } from 'node:path';
import { restore } from '../src/database/backup/restore.ts';
import { runOnDatabase } from './run-on-database.ts';

/** npm run restore -- FOLDER: fills an empty database from a backup. */
await runOnDatabase('usage: npm run restore -- FOLDER', async (url, folder) => {
  const began = performance.now();
  const { madeAt, tables } = await restore(url, resolve(folder));
  const rows = tables.reduce((total, table) => total + table.rows, 0);
  return `restored as of ${madeAt}: ${tables.length} tables, ${rows} rows, after ${((performance.now() - began) / 1000).toFixed(1)} s`;
});
