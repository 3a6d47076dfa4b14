import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Breakage } from '../world.ts';
import { on, oneServer } from './one-server.ts';

const SIZE = '256m';
const FULL_FOR_MS = 4_000;

/** Writes to PostgreSQL's log alone, until it finds no room for more: then it cannot go on. */
const FILL_LOG = `do $body$ begin
  for piece in 1..400 loop perform pg_logical_emit_message(false, 'breakage', repeat('x', 1000000)); end loop;
end $body$`;

/** Mounts a file system in memory, of a fixed size. @returns why that cannot be, or undefined */
function mount(folder: string): string | undefined {
  const { status, stderr, error } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', folder],
    {
      encoding: 'utf8',
    },
  );
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

function unmount(folder: string): void {
  spawnSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
}

function makePlace(): { readonly folder: string; readonly obstacle: string | undefined } {
  const folder = mkdtempSync(join(tmpdir(), 'dangbo-full-disk-'));
  return { folder, obstacle: mount(folder) };
}

/** Writes until nothing more goes in. */
async function fill(file: string): Promise<void> {
  const filler = await open(file, 'w');
  const piece = Buffer.alloc(65_536, 1);
  try {
    for (;;) await filler.write(piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await filler.close();
  }
}

/** The whole data folder, the log of PostgreSQL in it, lies on a disk that fills up. */
export const FULL_DISK: Breakage = {
  name: 'the disk of the embedded database full, until there is room again',
  obstacle: () => {
    const { folder, obstacle } = makePlace();
    unmount(folder);
    return obstacle && `no file system of a fixed size can be mounted (${obstacle})`;
  },
  open: async () => {
    const { folder, obstacle } = makePlace();
    if (obstacle !== undefined) throw new Error(obstacle);
    spawnSync('chmod', ['755', folder]);
    const world = await oneServer({
      folder,
      breakOnce: async ({ postgres }, round) => {
        const filler = join(folder, 'filler');
        await fill(filler);
        // In turn: PostgreSQL cannot write its log, and stops; there is no room for more rows, and changes are refused.
        if (round % 2 === 0) await on(postgres.url, (client) => client.query(FILL_LOG)).catch(() => undefined);
        await sleep(FULL_FOR_MS);
        await rm(filler);
      },
    });
    return {
      ...world,
      end: async () => {
        await world.end();
        unmount(folder);
      },
    };
  },
};
