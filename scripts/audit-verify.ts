import pg from 'pg';
import { verifyReadings } from '../src/access/verify-readings.ts';
import { readConfig } from '../src/config.ts';
import { findDatabase } from '../src/startup/database.ts';
import type { Lifetime } from '../src/startup/lifetime.ts';
import { runCommand } from './command.ts';

/**
 * npm run audit:verify: goes through the record of who read which member, and ends with 1 where a row is missing or
 * was changed. The last hash, kept elsewhere from time to time, shows if the whole record was written anew.
 */

const WHAT = {
  CHANGED: 'was changed',
  MISSING: 'is missing',
  MISSING_AT_THE_END: 'and those after it are missing',
  HEAD_CHANGED: 'is not where the record is said to end',
} as const;

async function verify(life: Lifetime): Promise<boolean> {
  const client = new pg.Client({ connectionString: await findDatabase(readConfig(), life) });
  await life.open(
    () => client.connect(),
    () => client.end(),
  );
  const { rows, head, flaws } = await verifyReadings(client);
  for (const { number, what } of flaws) process.stdout.write(`reading ${number} ${WHAT[what]}\n`);
  process.stdout.write(
    `${rows} readings, ${flaws.length === 0 ? 'each as it was written' : 'NOT as they were written'}; the last hash is ${head === '' ? 'none' : head}\n`,
  );
  return flaws.length === 0;
}

await runCommand(
  async (life) => {
    if (!(await verify(life))) process.exitCode = 1;
  },
  { status: 2 },
);
