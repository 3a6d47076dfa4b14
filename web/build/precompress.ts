import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** What is worth compressing: text of more than one packet. Fonts and pictures are compressed already. */
const COMPRESSIBLE = /\.(?:js|css|html|svg|json|ttf)$/;
const SMALLEST = 1_400;
/** One step below the best: a tenth of the time for one percent of the size. */
const BROTLI_QUALITY = 9;

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < SMALLEST) return;
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  };
  const [br, gz] = await Promise.all([brotli(bytes, options), gzipped(bytes, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

/** Writes `x.br` and `x.gz` beside every text file of the build, so that the server sends them as they lie there. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config): void {
      folder = config.build.outDir.startsWith('/') ? config.build.outDir : join(config.root, config.build.outDir);
    },
    async closeBundle(): Promise<void> {
      const files = await readdir(folder, { recursive: true });
      for (const file of files) if (COMPRESSIBLE.test(file)) await compressFile(join(folder, file));
    },
  };
}
