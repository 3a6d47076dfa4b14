import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { answerType } from './media-type.ts';

/** What is said of a request whose body could not be read, by Fastify's code. */
const MESSAGES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'Expected a body with a JSON object; got none.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'Expected a body with a JSON object; got text that is not JSON.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Expected the content type application/json.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than the server reads.',
};

/** Answers a request that GraphQL never saw in GraphQL's own shape. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode;
  const message = MESSAGES[error.code];
  if (status === undefined || message === undefined) throw error;
  const code = error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? 'BODY_TOO_LARGE' : 'BAD_REQUEST';
  void sendErrors(request, reply, status, message, code);
}

/** Answers without data, with one error. */
export function sendErrors(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  message: string,
  code: string,
): FastifyReply {
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
