import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a process holds after its garbage was collected, and what it has of the machine's memory, in bytes. */
export interface Memory {
  readonly held: number;
  readonly resident: number;
}

const TELL = `import { writeFileSync } from 'node:fs';
process.on('SIGUSR2', () => {
  gc();
  gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  writeFileSync(process.env.MEMORY_FILE, JSON.stringify({ held: heapUsed + external, resident: rss }));
});`;

/** Settings of a process of Node that tells on a signal what it holds. */
export function tellsMemory(file: string): Readonly<Record<string, string>> {
  const script = `data:text/javascript,${encodeURIComponent(TELL)}`;
  return { NODE_OPTIONS: `--expose-gc --import=${script}`, MEMORY_FILE: file };
}

/** Asks such a process. */
export async function memoryOf(pid: number, file: string): Promise<Memory> {
  await rm(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (let tries = 0; tries < 500; tries += 1) {
    const told = await readFile(file, 'utf8').catch(() => '');
    if (told.endsWith('}')) return JSON.parse(told) as Memory;
    await sleep(20);
  }
  throw new Error('the process did not tell what it holds');
}
