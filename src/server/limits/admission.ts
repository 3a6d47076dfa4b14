import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from '../../errors/coded-error.ts';
import { answerType, statusOf } from '../http/media-type.ts';
import { sendErrors } from '../http/unreadable.ts';
import { Gate } from './gate.ts';
import type { Limits } from './limits.ts';
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

  /** Answers a request by `answer`, or says why not. */
  async take(request: FastifyRequest, reply: FastifyReply, answer: () => Promise<unknown>): Promise<unknown> {
    const refusal = this.refusalOf(request);
    if (refusal) return refuse(request, reply, statusOf(400, answerType(request.headers.accept), true), refusal);
    const leave = await this.gate.enter();
    if (!leave) return refuse(request, reply.header('retry-after', RETRY_AFTER_SECONDS), 503, BUSY);
    try {
      return await this.inTime(request, reply, answer);
    } finally {
      leave();
    }
  }

  private refusalOf(request: FastifyRequest): CodedError | undefined {
    const { query, encoding } = questionIn(request);
    if (encoding)
      return new CodedError('ENCODING_UNSUPPORTED', `Expected a body that is not compressed; got ${encoding}.`);
    try {
      if (query !== undefined) this.screen.check(query);
      return undefined;
    } catch (error) {
      if (error instanceof CodedError) return error;
      throw error;
    }
  }

  private async inTime(request: FastifyRequest, reply: FastifyReply, answer: () => Promise<unknown>): Promise<unknown> {
    const { milliseconds } = this.limits;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'LATE'>((resolve) => {
      timer = setTimeout(() => resolve('LATE'), milliseconds);
    });
    const answering = answer();
    const first = await Promise.race([answering, late]).finally(() => clearTimeout(timer));
    if (first !== 'LATE') return first;
    answering.catch(() => undefined);
    const message = `Expected a question that is answered within ${milliseconds} ms; this one was not, and is given up.`;
    return refuse(request, reply, 503, new CodedError('TIMED_OUT', message));
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
  readonly encoding: string | undefined;
}

function questionIn({ method, body, url, headers }: FastifyRequest): QuestionText {
  const encoding = headers['content-encoding'];
  const compressed = encoding === undefined || encoding === 'identity' ? undefined : encoding;
  if (method === 'GET')
    return {
      query: new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('query') ?? undefined,
      encoding: undefined,
    };
  const text =
    typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string'
      ? body.query
      : undefined;
  return { query: text, encoding: compressed };
}
