import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the API is, for the servers of development and preview; elsewhere the page asks beside itself. */
const api = process.env['API'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: here('.'),
  base: './',
  resolve: { alias: { '@dangbo/client': here('../../client/src/index.ts') } },
  server: { port: 4300, proxy: { '/graphql': api } },
  preview: { port: 4300, proxy: { '/graphql': api } },
  build: { outDir: here('../../dist/rollup-page'), emptyOutDir: true, target: 'es2023' },
});
