import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Builds the pages of the browser into dist/web, unless they are there and nothing they are made of is newer. */

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string): string => join(root, path);
const built = at('dist/web/index.html');

/** The latest change of a file, or of anything in a folder; milliseconds. */
function lastChange(path: string): number {
  if (!existsSync(path)) return 0;
  const self = statSync(path);
  if (!self.isDirectory()) return self.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

function isFresh(): boolean {
  const inputs = ['web', 'gallery', 'seeds/data/dimensions.json', 'package-lock.json'].map(at);
  return existsSync(built) && inputs.every((input) => lastChange(input) <= statSync(built).mtimeMs);
}

if (existsSync(at('web/vite.config.ts')) && !isFresh()) {
  process.stdout.write('building the pages for the browser, once\n');
  const { build } = await import('vite');
  await build({ configFile: at('web/vite.config.ts'), logLevel: 'warn' });
}
