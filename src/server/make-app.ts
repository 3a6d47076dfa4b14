import type { FastifyInstance } from 'fastify';
import Fastify, { LogController } from 'fastify';
import { answerOddity, refuseConnection } from './http/fallbacks.ts';
import { sendErrors } from './http/unreadable.ts';
import type { Limits } from '../limits.ts';
import type { LogOptions } from './telemetry/log.ts';
import { loggerOf } from './telemetry/log.ts';
import { requestIdOf } from './telemetry/telemetry.ts';

/** Fastify as the server uses it. */
export function makeApp(limits: Limits, log: LogOptions = { level: 'silent' }): FastifyInstance {
  const app = Fastify({
    logger: loggerOf(log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
    // What comes while the server stops is refused in the API's own words.
    return503OnClosing: false,
    ...reading(limits),
  });
  app.server.maxConnections = limits.connections;
  return app;
}

/** How Fastify reads requests, within the limits of their size and of the time for them. */
function reading(limits: Limits) {
  const { headersMilliseconds, bodyMilliseconds } = limits;
  return {
    bodyLimit: limits.bodyBytes,
    requestTimeout: bodyMilliseconds,
    http: {
      headersTimeout: Math.min(headersMilliseconds, bodyMilliseconds),
      connectionsCheckingInterval: Math.min(headersMilliseconds, bodyMilliseconds, 2_000),
    },
    clientErrorHandler: refuseConnection,
    frameworkErrors: answerOddity,
  };
}

/** Once the stop has begun, finishes what runs and refuses what still comes over open connections. */
export function refuseWhenStopping(app: FastifyInstance): { begun: boolean } {
  const stopping = { begun: false };
  app.addHook('onRequest', async (request, reply) => {
    if (!stopping.begun) return undefined;
    const message = 'The server is being stopped. Ask again.';
    reply.header('retry-after', 1);
    return sendErrors(request, reply, 503, message, 'SERVER_STOPPING');
  });
  // A connection that was busy when the stop began would stay open after its answer, and the server with it.
  app.addHook('onSend', async (_, reply) => {
    if (stopping.begun) reply.header('connection', 'close');
  });
  return stopping;
}
