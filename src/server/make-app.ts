import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
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
  const { headersMilliseconds, bodyMilliseconds, uploadMilliseconds } = limits;
  return {
    bodyLimit: limits.bodyBytes,
    // The longest that any may have; each has its own by BodyTimes.
    requestTimeout: headersMilliseconds + Math.max(bodyMilliseconds, uploadMilliseconds),
    http: {
      headersTimeout: Math.min(headersMilliseconds, bodyMilliseconds),
      connectionsCheckingInterval: Math.min(headersMilliseconds, bodyMilliseconds, 2_000),
    },
    clientErrorHandler: refuseConnection,
    frameworkErrors: answerOddity,
  };
}

/** Whether the server is being stopped, and what begins it. */
export interface Stopping {
  readonly begun: boolean;
  begin(): void;
}

/** Once the stop has begun, finishes what runs and refuses what still comes over open connections. */
export function refuseWhenStopping(app: FastifyInstance): Stopping {
  let begun = false;
  // Over these nothing was asked yet: Node takes them for busy, and would wait for their first request.
  const unasked = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  app.server.on('request', ({ socket }: IncomingMessage) => unasked.delete(socket));
  app.addHook('onRequest', async (request, reply) => {
    if (!begun) return undefined;
    const message = 'The server is being stopped. Ask again.';
    reply.header('retry-after', 1);
    return sendErrors(request, reply, 503, message, 'SERVER_STOPPING');
  });
  // A connection that was busy when the stop began would stay open after its answer, and the server with it.
  app.addHook('onSend', async (_, reply) => {
    if (begun) reply.header('connection', 'close');
  });
  return {
    get begun() {
      return begun;
    },
    begin: () => {
      begun = true;
      for (const socket of unasked) socket.destroy();
    },
  };
}
