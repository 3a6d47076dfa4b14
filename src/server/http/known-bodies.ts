import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { currentWork } from '../../database/work.ts';
import type { AnswerMemory } from './answer-memory.ts';
import type { Exchange } from './exchange.ts';

/** Headers of an answer that belong to its body. */
const OF_THE_BODY = ['content-type', 'cache-control'] as const;

/**
 * Answers bodies that were answered before. Such a body is not even parsed: its text is what the answer is
 * kept by.
 */
export class KnownBodies {
  private readonly texts = new WeakMap<FastifyRequest, string>();

  constructor(
    app: FastifyInstance,
    private readonly memory: AnswerMemory,
  ) {
    const parse = app.getDefaultJsonParser('error', 'error');
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
      const text = String(body);
      this.texts.set(request, text);
      if (memory.knows(text)) done(null, undefined);
      else void parse(request, text, done);
    });
  }

  /** Whether the request has a body that was answered before; it is not parsed then. */
  isKnown(request: FastifyRequest): boolean {
    return request.body === undefined && this.texts.has(request);
  }

  /** Sends the answer of before; where it no longer holds, parses the body and gives false. */
  async answer(request: FastifyRequest, reply: FastifyReply, exchange: Exchange): Promise<boolean> {
    const text = this.texts.get(request) ?? '';
    const context = await exchange.open().catch(() => undefined);
    const kept = context && this.memory.find(context, text, request.headers.accept);
    if (!kept) {
      request.body = JSON.parse(text);
      return false;
    }
    currentWork()?.onOperation(kept.operation.name, kept.operation.type);
    for (const [name, value] of kept.headers) reply.header(name, value);
    void reply.send(kept.body);
    return true;
  }

  /** Keeps an answer, if the same question gets it again as long as the data do not change. */
  async keep(request: FastifyRequest, reply: FastifyReply, exchange: Exchange, body: string): Promise<void> {
    const text = this.texts.get(request);
    if (text === undefined || reply.statusCode !== 200 || !exchange.told.repeatable || !exchange.wasOpened) return;
    const context = await exchange.open();
    const headers = OF_THE_BODY.flatMap((name): [string, string][] => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    });
    const kept = { headers, body: Buffer.from(body), operation: exchange.told.operation };
    this.memory.keep(context, text, request.headers.accept, kept);
  }
}
