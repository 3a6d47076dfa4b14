import { installPeers } from './install-peers.ts';
import type { Options } from './options.ts';
import { readOptions } from './options.ts';
import { createProgress } from '../src/startup/progress.ts';

/** npm run bench: measures, prints the page and keeps it in docs/performance.md. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.what === 'import') return measureImport(options);
  const { what } = options;
  const isWanted = (part: Options['what']): boolean => what === part || what === 'all';
  installPeers();
  // What uses the peers can be loaded only when they are there.
  const { runSpeed } = await import('./speed/run.ts');
  const { runWrites } = await import('./writes/run.ts');
  const { runDays } = await import('./days/run.ts');
  const { writePage } = await import('./report/page.ts');
  const progress = createProgress(process.stderr);
  const tell = (text: string): void => progress.show(text);
  if (options.what === 'guard') {
    const { runGuard } = await import('./guard/run.ts');
    const found = await runGuard(options, tell);
    progress.clear();
    process.stdout.write(`${found}\n`);
    return;
  }
  const speed = isWanted('speed') ? await runSpeed(options, tell) : undefined;
  const days = isWanted('days') ? await runDays(options, tell) : undefined;
  const load = what === 'load' ? await (await import('./load/run.ts')).runLoad(options, tell) : undefined;
  const writes = isWanted('writes') ? await runWrites(options, tell) : undefined;
  progress.clear();
  process.stdout.write(
    `${await writePage({ ...(speed && { speed }), ...(days && { days }), ...(writes && { writes }), ...(load && { load }) })}\n`,
  );
}

/** Members from files: beside the bare COPY of the same rows. */
async function measureImport(options: Options): Promise<void> {
  const { runImport } = await import('./import/run.ts');
  const { importPage } = await import('./import/page.ts');
  process.stdout.write(`${importPage(await runImport(options))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
