import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Written by npm when it has installed everything. */
const INSTALLED = `${HERE}/node_modules/.package-lock.json`;

/** Installs the peers from their lockfile, unless they are there. */
export function installPeers(): void {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(`${HERE}/package-lock.json`).mtimeMs) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', HERE, '--ignore-scripts'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the peers could not be installed: npm ci --prefix bench says why');
}
