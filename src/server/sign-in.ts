import type { FastifyReply, FastifyRequest } from 'fastify';
import { unauthenticated } from '../access/sign-in/refusals.ts';
import type { SignIn } from '../access/sign-in/sign-in.ts';
import type { Viewer } from '../access/viewer.ts';
import { CodedError } from '../errors/coded-error.ts';
import { Ending } from '../database/ending.ts';
import type { Lsn } from '../database/replicas/lsn.ts';
import type { RequestContext } from '../loaders/context.ts';
import { Exchange } from './http/exchange.ts';
import { seenIn } from './http/seen.ts';
import { sendErrors } from './http/unreadable.ts';

/** Lets a request in as whoever its token says. */
export class Entrance {
  constructor(
    private readonly signIn: SignIn,
    private readonly openContext: (viewer: Viewer, ending: Ending, seen: Lsn) => Promise<RequestContext>,
    private readonly milliseconds: number,
  ) {}

  /** Answers a request by `answer`, or refuses its token: before anything is answered, even what is public. */
  async take(
    request: FastifyRequest,
    reply: FastifyReply,
    answer: (exchange: Exchange) => Promise<unknown>,
  ): Promise<unknown> {
    let exchange: Exchange;
    try {
      exchange = await this.enter(request);
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      return refuse(request, reply, refusal);
    }
    return answer(exchange);
  }

  private async enter({ headers, raw }: FastifyRequest): Promise<Exchange> {
    if (headers.authorization !== undefined && isTwice(raw.rawHeaders)) throw unauthenticated('one header for it');
    const viewer = await this.signIn.viewerOf(headers.authorization);
    const exchange = new Exchange(
      (ending) => this.openContext(viewer, ending, seenIn(headers)),
      new Ending(this.milliseconds),
    );
    // The unit that a token names is looked up now. Where the database is away, the question itself will say so.
    if (viewer.unit !== null) {
      await exchange.open().catch((error: unknown) => {
        if (refusalIn(error)) throw error;
      });
    }
    return exchange;
  }
}

const AUTHORIZATION = 'authorization';

/** Whether there are several Authorization headers: Node takes the first, something before it may have read the last. */
function isTwice(rawHeaders: readonly string[]): boolean {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === AUTHORIZATION.length && name.toLowerCase() === AUTHORIZATION) count += 1;
  }
  return count > 1;
}

const REFUSALS: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'SIGN_IN_UNAVAILABLE']);

function refusalIn(error: unknown): CodedError | undefined {
  return error instanceof CodedError && REFUSALS.has(error.code) ? error : undefined;
}

function refuse(request: FastifyRequest, reply: FastifyReply, { code, message }: CodedError): FastifyReply {
  if (code === 'SIGN_IN_UNAVAILABLE') return sendErrors(request, reply.header('retry-after', 1), 503, message, code);
  return sendErrors(request, reply.header('www-authenticate', 'Bearer error="invalid_token"'), 401, message, code);
}
