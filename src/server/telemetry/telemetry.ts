import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { workFor } from '../../database/work.ts';
import { codeToldTo } from '../http/unreadable.ts';
import type { Metrics } from './metrics.ts';
import { UNREAD } from './operation-names.ts';
import { RequestWork } from './request-work.ts';
import type { Tracing } from './tracing.ts';

/** A request's own number, or the one that it came with from a gateway. */
export function requestIdOf({ headers }: { readonly headers: FastifyRequest['headers'] }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Follows each request to its answer, and counts, logs and traces it. */
export class Telemetry {
  private readonly works = new WeakMap<FastifyRequest, RequestWork>();

  constructor(
    private readonly metrics: Metrics,
    private readonly tracing: Tracing | undefined,
  ) {}

  /** Answers what comes to the API. */
  follow<T>(request: FastifyRequest, answer: () => T): T {
    const route = request.routeOptions.url ?? 'none';
    const work = new RequestWork(this.tracing?.begin(request.method, route, request.headers));
    this.works.set(request, work);
    return workFor(work, answer);
  }

  /** Hears of every answer. */
  listen(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      reply.header('x-request-id', request.id);
    });
    app.addHook('onResponse', async (request, reply) => {
      this.log(request, reply);
    });
  }

  private log(request: FastifyRequest, reply: FastifyReply): void {
    const code = codeToldTo(request);
    const work = this.works.get(request) ?? (code === undefined ? undefined : new RequestWork(undefined));
    if (code !== undefined) work?.onError(code);
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    // The path as it is declared: what was asked for stands behind it, and stays out.
    const line = {
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      milliseconds,
    };
    if (!work) return void request.log.info(line, 'answered');
    this.metrics.count(work, reply.elapsedTime);
    work.trace?.end(reply.statusCode, work.codes);
    const { operation = UNREAD, codes, statements } = work;
    request.log.info({ ...line, operation, codes: [...new Set(codes)], statements: statements.length }, 'answered');
  }
}
