import 'reflect-metadata';
import { parse } from 'node:path';
import { existsSync, rmSync, statSync } from 'node:fs';
import { readImportArguments } from '../src/import/files/arguments.ts';
import { importFile } from '../src/import/files/import-file.ts';
import { reportText } from '../src/import/files/report-text.ts';
import { progressLine } from '../src/import/register/report.ts';
import type { Lifetime } from '../src/startup/lifetime.ts';
import { openTables, runCommand } from './command.ts';

/**
 * npm run import -- [--dry-run] [--accept-valid] [--subject S] [--numbers vi|en] [--json] FILE…: brings files in, one
 * after the other, each wholly or not at all. Ends with 1 where one is refused, with 130 where it was interrupted.
 */
const REDRAW = '\r\u001B[2K';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

async function run(life: Lifetime): Promise<void> {
  const { files, asJson, ...options } = readImportArguments(process.argv.slice(2));
  const missing = files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile() !== true);
  if (missing !== undefined) throw new Error(`expected a file; there is none at ${missing}`);
  const { url } = await openTables(life);
  const { isTTY } = process.stderr;
  for (const path of files) {
    const rejectedTo = rejectedName(path);
    rmSync(rejectedTo, { force: true });
    const report = await importFile({
      ...options,
      url,
      path,
      name: path,
      rejectedTo: options.acceptValid ? rejectedTo : undefined,
      signal: stopping.signal,
      onProgress: (progress) => isTTY && process.stderr.write(`${REDRAW}${progressLine(progress)}`),
    });
    if (isTTY) process.stderr.write(REDRAW);
    process.stdout.write(asJson ? `${JSON.stringify(report)}\n` : reportText(path, report, options.dryRun));
    if (existsSync(rejectedTo)) process.stderr.write(`the rejected rows, each with its reasons: ${rejectedTo}\n`);
    if (report.outcome === 'REFUSED') process.exitCode = 1;
  }
}

/** report.csv.gz is answered by report.rejected.csv. */
function rejectedName(path: string): string {
  const { dir, name, ext } = parse(path.replace(/\.gz$/i, ''));
  return `${dir === '' ? '' : `${dir}/`}${name}.rejected${ext}`;
}

await runCommand(run, { interrupted: null });
if (stopping.signal.aborted && process.exitCode === 1) process.exitCode = 130;
