import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from '../../errors/coded-error.ts';
import type { Exchange } from '../http/exchange.ts';
import { answerType, statusOf } from '../http/media-type.ts';
import { sendErrors } from '../http/unreadable.ts';
import { Gate } from './gate.ts';
import type { Limits } from '../../limits.ts';
import type { Screen } from './screen.ts';

const RETRY_AFTER_SECONDS = 1;

/** Takes requests in, one limit after another, before anything is spent on them. */
export class Admission {
  private readonly gate: Gate;

  constructor(
    private readonly screen: Screen,
    private readonly limits: Limits,
  ) {
    this.gate = new Gate(limits.atOnce, limits.waiting);
  }

  /** Answers a request by `answer`, or says why not. What nobody waits for any more is given up. */
  async take(
    request: FastifyRequest,
    reply: FastifyReply,
    exchange: Exchange,
    answer: () => Promise<unknown>,
  ): Promise<unknown> {
    const refusal = this.refusalOf(request);
    if (refusal) return refuse(request, reply, statusOf(400, answerType(request.headers.accept), true), refusal);
    const leave = await this.gate.enter();
    if (!leave) return refuse(request, reply.header('retry-after', RETRY_AFTER_SECONDS), 503, BUSY);
    try {
      if (reply.raw.destroyed) return reply.hijack();
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) void exchange.giveUp();
      });
      return await this.inTime(request, reply, exchange, answer);
    } finally {
      leave();
    }
  }

  private refusalOf(request: FastifyRequest): CodedError | undefined {
    try {
      const { query, beside } = questionIn(request);
      if (query !== undefined) this.screen.check(query);
      for (const each of beside) this.screen.checkValues(each);
      return undefined;
    } catch (error) {
      if (error instanceof CodedError) return error;
      throw error;
    }
  }

  private async inTime(
    request: FastifyRequest,
    reply: FastifyReply,
    exchange: Exchange,
    answer: () => Promise<unknown>,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(this.giveUp(request, reply, exchange)), this.limits.milliseconds);
      answer().then(
        (answered) => {
          clearTimeout(timer);
          resolve(answered);
        },
        (error: unknown) => {
          clearTimeout(timer);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  private async giveUp(request: FastifyRequest, reply: FastifyReply, exchange: Exchange): Promise<FastifyReply> {
    const hasWritten = await exchange.giveUp();
    const { milliseconds } = this.limits;
    const late = hasWritten
      ? new CodedError('ANSWER_LATE', `The changes were made, but not answered within ${milliseconds} ms.`)
      : new CodedError(
          'TIMED_OUT',
          `Expected a question that is answered within ${milliseconds} ms; this one was not, and is given up.`,
        );
    return refuse(request, reply, 503, late);
  }
}

const BUSY = new CodedError(
  'SERVER_BUSY',
  'Expected fewer questions at once; more are waiting than the server takes on. Ask again shortly.',
);

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { message, code }: CodedError,
): FastifyReply {
  return sendErrors(request, reply, status, message, code);
}

interface QuestionText {
  readonly query: string | undefined;
  /** What came beside the text: variables, extensions, anything. */
  readonly beside: readonly unknown[];
}

function questionIn({ method, body, url }: FastifyRequest): QuestionText {
  if (method === 'GET') {
    const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
    const beside = ['variables', 'extensions'].map((name) => parsed(parameters.get(name)));
    return { query: parameters.get('query') ?? undefined, beside };
  }
  if (typeof body !== 'object' || body === null) return { query: undefined, beside: [] };
  const { query, ...beside } = body as { readonly query?: unknown };
  return { query: typeof query === 'string' ? query : undefined, beside: Object.values(beside) };
}

/** What is no JSON is left for the GraphQL side to refuse. */
function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
