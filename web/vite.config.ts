import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the pages of the analysts into dist/web. Every address in them is relative, so they can be served under any path. */
export default defineConfig({
  root: here('.'),
  base: './',
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      onwarn(warning, warn): void {
        // "use client" is for servers that render; nothing here does.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  plugins: [precompress()],
});
