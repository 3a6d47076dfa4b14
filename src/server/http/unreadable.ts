import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { answerType } from './media-type.ts';

/** A request that is not read, or not to its end. */
export class Unreadable extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** What is said of a request whose body could not be read, by Fastify's code. */
const MESSAGES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'Expected a body with a JSON object; got none.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'Expected a body with a JSON object; got text that is not JSON.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Expected the content type application/json.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'Expected a body of the length that its header says.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than the server reads.',
};

interface Failure {
  readonly code?: string;
  readonly statusCode?: number;
}

/**
 * Answers a request that GraphQL never saw in GraphQL's own shape.
 * @returns false where the failure is of another kind, and nothing was answered
 */
export function answerUnreadable(error: Failure, request: FastifyRequest, reply: FastifyReply): boolean {
  const isOurs = error instanceof Unreadable;
  const message = isOurs ? error.message : MESSAGES[error.code ?? ''];
  const status = error.statusCode;
  if (status === undefined || message === undefined) return false;
  const code = isOurs ? error.code : error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? 'BODY_TOO_LARGE' : 'BAD_REQUEST';
  void letFinish(request.raw).then(() => sendErrors(request, reply, status, message, code));
  return true;
}

/** Bytes of a refused body that are taken and thrown away, and milliseconds for it. */
const THROWN_AWAY = { bytes: 32 * 1024 * 1024, milliseconds: 500 };

/** Whoever is still sending when the connection is closed never reads the answer: the rest is let come, within limits. */
async function letFinish(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed) return;
  await new Promise<void>((resolve) => {
    let bytes = 0;
    const timer = setTimeout(resolve, THROWN_AWAY.milliseconds);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    incoming.on('data', (chunk: Buffer | string) => {
      bytes += chunk.length;
      if (bytes > THROWN_AWAY.bytes) end();
    });
    incoming.once('end', end).once('close', end).once('error', end);
    incoming.resume();
  });
}

const told = new WeakMap<FastifyRequest, string>();

/** The code of the error that a request was answered with, where GraphQL never saw it. */
export function codeToldTo(request: FastifyRequest): string | undefined {
  return told.get(request);
}

/** Answers without data, with one error. */
export function sendErrors(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  message: string,
  code: string,
): FastifyReply {
  told.set(request, code);
  return reply
    .status(status)
    .header('content-type', answerType(request.headers.accept))
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

/** Refuses what is neither GET nor POST. */
export async function refuseMethod(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const message = `Expected GET or POST; got ${request.method}.`;
  return sendErrors(request, reply.header('allow', 'GET, POST'), 405, message, 'BAD_REQUEST');
}
