import cluster from 'node:cluster';
import { type Config, readConfig } from '../config.ts';
import { findDatabase } from './database.ts';
import { describeFailure } from './failure.ts';
import { Lifetime } from './lifetime.ts';
import { type Progress, SILENT, createProgress } from './progress.ts';
import { tellReady } from './ready.ts';

/** Longer than the slowest clean stop that was seen; shorter than what a service manager waits before it kills. */
const STOP_LIMIT_MS = 15_000;

/** Starts everything, and stops it on SIGINT or SIGTERM. The only place that ends the process. */
export async function main(): Promise<void> {
  const began = performance.now();
  const life = new Lifetime();
  const progress = cluster.isWorker ? SILENT : createProgress(process.stdout);
  stopOnSignals(life, (text) => progress.print(text));
  let config: Config | undefined;
  try {
    config = readConfig();
    const url = await start(config, life, progress);
    if (cluster.isWorker) return tellReady(url);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const page = config.shows.graphiql ? 'GraphiQL in a browser; ' : '';
    progress.print(`dangbo is ready: ${url}  (${page}after ${seconds} s)`);
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
  // The primary has found the database already.
  if (cluster.isWorker) return (await import('./run.ts')).run(config.databaseUrl ?? '', config, life, progress);
  progress.show(config.databaseUrl === undefined ? 'starting the embedded PostgreSQL' : 'finding the database');
  const finding = findDatabase(config, life);
  // Loading takes the process for itself: on a busy machine a connection would be timed out meanwhile.
  if (config.databaseUrl !== undefined) await finding;
  const [url, { run, prepareDatabase }] = await Promise.all([finding, import('./run.ts')]);
  if (config.workers === 1) return run(url, config, life, progress);
  await prepareDatabase(url, config, life, progress);
  progress.show('starting the workers');
  const { Workers } = await import('./workers.ts');
  const workers = await life.open(
    async () => new Workers({ DATABASE_URL: url }, (text) => progress.print(text)),
    (opened) => opened.stop(),
  );
  return workers.start(config.workers);
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
