import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));
const NOT_BUILT = 'GraphiQL is not built yet: npm start builds it.';

/** Serves GraphiQL from the files that Vite built; nothing comes from anywhere else. */
export async function serveStaticPages(app: FastifyInstance): Promise<void> {
  app.get('/graphiql', async (_, reply) => reply.redirect('/graphiql/'));
  if (!existsSync(BUILT)) {
    app.get('/graphiql/', async (_, reply) => reply.status(503).type('text/plain').send(NOT_BUILT));
    return;
  }
  await app.register(fastifyStatic, {
    root: BUILT,
    prefix: '/graphiql/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    setHeaders: keepPagesFresh,
  });
}

/** Built files carry their content in their names; the pages that name them do not. */
function keepPagesFresh(reply: { header(name: string, value: string): unknown }, path: string): void {
  if (path.includes('.html')) reply.header('cache-control', 'no-cache');
}
