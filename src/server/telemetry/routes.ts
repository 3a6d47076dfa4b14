import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.ts';
import { allMetrics } from './all-metrics.ts';
import type { Metrics } from './metrics.ts';

/** What the routes for operators tell. */
export interface Told {
  readonly metrics: Metrics;
  readiness(): Promise<Readiness>;
}

/** `/livez`: the process answers. `/readyz`: it can answer questions. `/metrics`: Prometheus's text. */
export function serveOperators(app: FastifyInstance, { metrics, readiness }: Told): void {
  app.get('/livez', async (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  app.get('/readyz', async (_, reply) => {
    const { ready, checks } = await readiness();
    const status = ready ? 'ready' : 'not ready';
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status, checks });
  });
  app.get('/metrics', async (_, reply) => {
    const text = await allMetrics(metrics.registry);
    return reply.header('cache-control', 'no-store').type(metrics.registry.contentType).send(text);
  });
}
