import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server that runs in a process of its own. */
export interface Launched {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 600_000;

/**
 * Starts a server and waits until it says where it listens.
 * @param command what a shell runs; it becomes the server itself, so that its process can be measured
 */
export async function launch(command: string, environment: Readonly<Record<string, string>>): Promise<Launched> {
  const child = spawn('/bin/sh', ['-c', `exec ${command}`], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (what: string): void => reject(new Error(`${command} ${what}:\n${said}`));
    const timer = setTimeout(() => fail('did not listen in time'), PATIENCE_MS);
    void ended.then(() => fail('ended'));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const found = /is ready: (http\S+)/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, pid: child.pid ?? 0, stop };
}
