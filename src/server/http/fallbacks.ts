import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { answerUnreadable, sendErrors } from './unreadable.ts';

/** Answers whatever is no question in the shape of one: no page of the framework, no path of the machine. */
export function answerElsewhere(app: FastifyInstance, onUnexpected: (error: unknown) => void): void {
  app.setNotFoundHandler((request, reply) =>
    sendErrors(request, reply, 404, 'Expected a path that this server has, such as /graphql.', 'PATH_UNKNOWN'),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (answerUnreadable(error, request, reply)) return;
    const { statusCode = 500 } = error;
    if (statusCode < 500) return answerOddity(error, request, reply);
    onUnexpected(error);
    const message = 'Something failed inside the server; the request was not at fault.';
    sendErrors(request, reply, 500, message, 'INTERNAL_SERVER_ERROR' satisfies ErrorCode);
  });
}

/** Refuses what the framework itself does not take, such as an address with a percent sign alone. */
export function answerOddity({ statusCode }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusCode ?? 400;
  const code = status === 403 || status === 404 ? 'PATH_UNKNOWN' : 'BAD_REQUEST';
  sendErrors(
    request,
    reply,
    status === 403 ? 404 : status,
    'Expected a path that this server has, such as /graphql.',
    code,
  );
}

interface Refusal {
  readonly status: string;
  readonly code: string;
  readonly message: string;
}

/** What is said where not even HTTP was understood, by Node's code. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'HEADERS_TOO_LARGE' satisfies ErrorCode,
    message: 'Expected an address and headers of at most 16 KB; got more.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'REQUEST_TOO_SLOW' satisfies ErrorCode,
    message: 'Expected headers and a body within the time for them; they did not come.',
  },
};
const LAST_WORD_MILLISECONDS = 1_000;
const NO_HTTP: Refusal = { status: '400 Bad Request', code: 'BAD_REQUEST', message: 'Expected HTTP/1.1.' };

/** Refuses a connection that does not speak HTTP, or too slowly, or with too much before the body. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, code, message } = REFUSALS[error.code ?? ''] ?? NO_HTTP;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\nx-content-type-options: nosniff\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  // Time to read it, for whoever is still sending; whoever never closes is cut off.
  setTimeout(() => socket.destroy(), LAST_WORD_MILLISECONDS).unref();
}
