import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { loadSeeds } from '../seeds/index.ts';
import { DEFAULT_SEED, generateRegister } from '../src/import/register/generate-register.ts';
import { createRegisterReport } from '../src/import/register/report.ts';
import type { RegisterScale } from '../src/import/register/scale.ts';
import { isRegisterScale } from '../src/import/register/scale.ts';
import type { Lifetime } from '../src/startup/lifetime.ts';
import { openTables, runCommand } from './command.ts';

/** npm run generate -- --scale nation [--seed 2025] [--replace]: makes the synthetic register up and writes it. */

const USAGE = 'usage: npm run generate -- --scale demo|province|nation [--seed <whole number>] [--replace]';

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
  const { url, orm } = await openTables(life);
  await loadSeeds(orm, { onProgress: (text) => process.stdout.write(`${text}\n`) });
  const report = createRegisterReport(process.stdout);
  report.done(await generateRegister({ url, scale, seed, replace, onProgress: report.progress }));
}

await runCommand(generate, { interrupted: 'stopped: the database is as it was before' });
