import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A whole platform, started as `npm start` does it, in a process of its own. */
export interface Platform {
  readonly process: ChildProcess;
  /** The address that it printed; rejects with what it wrote if it ends before. */
  readonly ready: Promise<string>;
  /** Its exit code and everything that it wrote, when it has ended. */
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

const ROOT = join(import.meta.dirname, '../..');

/** @param settings environment variables; of this process's own only where to find programs and temporary files */
export function startPlatform(settings: Readonly<Record<string, string>>): Platform {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/start.ts'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
  child.stdout.setEncoding('utf8');
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      written.out += text;
      const url = /dangbo is ready: (\S+)/.exec(written.out)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`ended before it was ready: ${written.err}`)));
  });
  // Some tests wait for the end alone.
  ready.catch(() => undefined);
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    ...written,
  }));
  return { process: child, ready, ended };
}
