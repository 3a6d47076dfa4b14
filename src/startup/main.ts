import { type Config, readConfig } from '../config.ts';
import { findDatabase } from './database.ts';
import { describeFailure } from './failure.ts';
import { Lifetime } from './lifetime.ts';
import { type Progress, createProgress } from './progress.ts';

/** Longer than the slowest clean stop that was seen; shorter than what a service manager waits before it kills. */
const STOP_LIMIT_MS = 15_000;

/** Starts everything, and stops it on SIGINT or SIGTERM. The only place that ends the process. */
export async function main(): Promise<void> {
  const began = performance.now();
  const life = new Lifetime();
  const progress = createProgress(process.stdout);
  stopOnSignals(life, (text) => progress.print(text));
  let config: Config | undefined;
  try {
    config = readConfig();
    const url = await start(config, life, progress);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    progress.print(`dangbo is ready: ${url}  (GraphiQL in a browser), after ${seconds} s`);
  } catch (error) {
    if (life.isEnding) return;
    progress.clear();
    process.stderr.write(`dangbo cannot start: ${describeFailure(error, config)}\n`);
    await life.end(STOP_LIMIT_MS);
    process.exit(1);
  }
}

/** Most of the code is loaded while the database starts, and not at all for a wrong setting. */
async function start(config: Config, life: Lifetime, progress: Progress): Promise<string> {
  progress.show(config.databaseUrl === undefined ? 'starting the embedded PostgreSQL' : 'finding the database');
  const [url, { run }] = await Promise.all([findDatabase(config, life), import('./run.ts')]);
  return run(url, config, life, progress);
}

/** Under npm one Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500;

/** The first signal stops everything in order; a second one ends the process at once. */
function stopOnSignals(life: Lifetime, print: (text: string) => void): void {
  let firstAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt < SAME_SIGNAL_MS) return;
      process.exit(signal === 'SIGINT' ? 130 : 143);
    }
    firstAt = performance.now();
    print('stopping');
    void life.end(STOP_LIMIT_MS).then((clean) => process.exit(clean ? 0 : 1));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}
