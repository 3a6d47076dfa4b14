import { installPeers } from './install-peers.ts';
import type { Options } from './options.ts';
import { readOptions } from './options.ts';
import { createProgress } from '../src/startup/progress.ts';

/** npm run bench: measures, prints the page and keeps it in docs/performance.md. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.what === 'import') return measureImport(options);
  installPeers();
  // What uses the peers can be loaded only when they are there.
  const { runSpeed } = await import('./speed/run.ts');
  const { runWrites } = await import('./writes/run.ts');
  const { writePage } = await import('./report/page.ts');
  const progress = createProgress(process.stderr);
  const tell = (text: string): void => progress.show(text);
  const speed = options.what === 'writes' ? undefined : await runSpeed(options, tell);
  const writes = options.what === 'speed' ? undefined : await runWrites(options, tell);
  progress.clear();
  process.stdout.write(`${await writePage({ ...(speed && { speed }), ...(writes && { writes }) })}\n`);
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
