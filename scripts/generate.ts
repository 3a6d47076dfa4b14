import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { loadSeeds } from '../seeds/index.ts';
import { readConfig } from '../src/config.ts';
import { migrateUp, openOrm } from '../src/database/orm.ts';
import { DEFAULT_SEED, generateRegister } from '../src/import/register/generate-register.ts';
import { createRegisterReport } from '../src/import/register/report.ts';
import type { RegisterScale } from '../src/import/register/scale.ts';
import { isRegisterScale } from '../src/import/register/scale.ts';
import { findDatabase } from '../src/startup/database.ts';
import { describeFailure } from '../src/startup/failure.ts';
import { Lifetime } from '../src/startup/lifetime.ts';

/** npm run generate -- --scale nation [--seed 2025] [--replace]: makes the synthetic register up and writes it. */

const USAGE = 'usage: npm run generate -- --scale demo|province|nation [--seed <whole number>] [--replace]';
const STOP_LIMIT_MS = 15_000;

interface Asked {
  readonly scale: RegisterScale;
  readonly seed: number;
  readonly replace: boolean;
}

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string' },
      seed: { type: 'string', default: String(DEFAULT_SEED) },
      replace: { type: 'boolean', default: false },
    },
  });
  const { scale, seed, replace } = values;
  if (scale === undefined || !isRegisterScale(scale) || !/^\d{1,15}$/.test(seed)) throw new Error(USAGE);
  return { scale, seed: Number(seed), replace };
}

async function generate(life: Lifetime): Promise<void> {
  const { scale, seed, replace } = readArguments();
  const url = await findDatabase(readConfig(), life);
  const orm = await life.open(
    () => openOrm(url),
    (opened) => opened.close(true),
  );
  await migrateUp(orm);
  await loadSeeds(orm, { onProgress: (text) => process.stdout.write(`${text}\n`) });
  const report = createRegisterReport(process.stdout);
  report.done(await generateRegister({ url, scale, seed, replace, onProgress: report.progress }));
}

const life = new Lifetime();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Under npm one Ctrl-C arrives twice.
    if (life.isEnding) return;
    process.stderr.write('\nstopped: the database is as it was before\n');
    void life.end(STOP_LIMIT_MS).then(() => process.exit(130));
  });
}
try {
  await generate(life);
} catch (error) {
  if (!life.isEnding) process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
await life.end(STOP_LIMIT_MS);
