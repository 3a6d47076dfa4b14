import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importFile } from '../../../src/import/files/import-file.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { MEMBER_HEADERS, memberRows } from './member-rows.ts';

let desk: Desk;
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const ROWS = 2_500;

beforeAll(async () => {
  desk = await openDesk();
  await desk.seed.units([
    { code: 'P', kind: 'PROVINCE', parent: 'VN' },
    { code: 'G', kind: 'GRASSROOTS_CELL', parent: 'P' },
  ]);
});

afterAll(async () => {
  await desk.close();
});

async function memberFile(prefix: string): Promise<string> {
  const path = join(desk.folder, `${prefix}.csv`);
  await writeFile(path, [MEMBER_HEADERS, ...memberRows(ROWS, prefix, ['G'])].join('\n'));
  return path;
}

/** How many members, stays, events and files there are. */
async function rows(): Promise<number[]> {
  const counts = ['member', 'member_cell', 'member_event', 'import_file'].map(
    (table) => `(select count(*)::int from ${table})`,
  );
  const [row] = await desk.seed.rows<{ counts: number[] }>(`select array[${counts.join(', ')}] as counts`);
  return row?.counts ?? [];
}

/** Kills an import some time after it said something. @returns whether it had ended before */
async function killAfter(path: string, word: string, milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, desk.database.url, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const piece of child.stdout as AsyncIterable<Buffer>) {
    if (!piece.toString().includes(word)) continue;
    await wait(milliseconds);
    child.kill('SIGKILL');
    break;
  }
  const [code] = (await ended) as [number | null];
  return code !== null;
}

test('killed at any moment, an import leaves the database as before or as after', async () => {
  const moments = [
    ['reading', 0],
    ['checking', Math.random() * 100],
    ['writing members', 0],
    ['writing their cells', Math.random() * 100],
    ['writing admissions', Math.random() * 50],
  ] as const;
  for (const [at, [word, milliseconds]] of moments.entries()) {
    const path = await memberFile(`K${at}`);
    const before = await rows();
    await killAfter(path, word, milliseconds);
    // What the database had begun to commit is committed a moment after.
    await wait(100);
    const [members = 0, cells = 0, events = 0, files = 0] = before;
    const after = [members + ROWS, cells + ROWS, events + ROWS, files + 1];
    expect([before, after]).toContainEqual(await rows());
    const report = await importFile({ url: desk.database.url, path, name: 'again.csv' });
    expect(['TAKEN', 'KNOWN']).toContain(report.outcome);
    expect(await rows()).toEqual(after);
  }
}, 120_000);

test('a stopped import leaves nothing', async () => {
  const path = await memberFile('S');
  const before = await rows();
  for (const word of ['reading', 'writing their cells']) {
    const stopping = new AbortController();
    const running = importFile({
      url: desk.database.url,
      path,
      name: 'stopped.csv',
      signal: stopping.signal,
      onProgress: ({ text }) => {
        if (text === word) stopping.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ code: 'IMPORT_STOPPED' });
    expect(await rows()).toEqual(before);
  }
});
