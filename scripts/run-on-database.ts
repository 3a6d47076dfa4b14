import { readConfig } from '../src/config.ts';
import { findDatabase } from '../src/startup/database.ts';
import { runCommand } from './command.ts';

/**
 * Runs a command with one argument on the database that the settings name, starting the embedded one if it is that.
 * Ends with 1 where it fails, with the reason in one line.
 */
export async function runOnDatabase(
  usage: string,
  run: (url: string, argument: string) => Promise<string>,
): Promise<void> {
  const [, , argument, ...more] = process.argv;
  await runCommand(async (life) => {
    if (argument === undefined || more.length > 0) throw new Error(usage);
    process.stdout.write(`${await run(await findDatabase(readConfig(), life), argument)}\n`);
  });
}
