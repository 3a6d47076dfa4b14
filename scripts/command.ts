import type { MikroORM } from '@mikro-orm/postgresql';
import { readConfig } from '../src/config.ts';
import { migrateUp, openOrm } from '../src/database/orm.ts';
import { findDatabase } from '../src/startup/database.ts';
import { describeFailure } from '../src/startup/failure.ts';
import { Lifetime } from '../src/startup/lifetime.ts';

const STOP_LIMIT_MS = 15_000;

/** How a command tells that it failed. */
interface Failing {
  /** The status of its process. */
  readonly status?: number;
  readonly describe?: (error: unknown) => string;
  /** What is told where it is interrupted; null for one that hears of it itself. */
  readonly interrupted?: string | null;
}

/** Runs a command to its end and closes what it opened; where it fails, the reason is told in one line. */
export async function runCommand(
  run: (life: Lifetime) => Promise<void>,
  { status = 1, describe = describeFailure, interrupted = 'stopped' }: Failing = {},
): Promise<void> {
  const life = new Lifetime();
  if (interrupted !== null) endWhenInterrupted(life, interrupted);
  try {
    await run(life);
  } catch (error) {
    if (!life.isEnding) process.stderr.write(`${describe(error)}\n`);
    process.exitCode = status;
  }
  await life.end(STOP_LIMIT_MS);
}

function endWhenInterrupted(life: Lifetime, told: string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Under npm one Ctrl-C arrives twice.
      if (life.isEnding) return;
      process.stderr.write(`\n${told}\n`);
      void life.end(STOP_LIMIT_MS).then(() => process.exit(130));
    });
  }
}

/** The database that the settings name, its tables up to date; the embedded one is started if it is that. */
export async function openTables(life: Lifetime): Promise<{ readonly url: string; readonly orm: MikroORM }> {
  const url = await findDatabase(readConfig(), life);
  const orm = await life.open(
    () => openOrm(url),
    (opened) => opened.close(true),
  );
  await migrateUp(orm);
  return { url, orm };
}
