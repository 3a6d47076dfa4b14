import { createHash, randomUUID } from 'node:crypto';
import type { HeaderMap } from '@apollo/server';
import type { FastifyReply } from 'fastify';
import type { Exchange } from './exchange.ts';
import type { Question } from './question.ts';

/** Code may change from start to start, and with it an answer from the same data: no tag outlives the process. */
const THIS_PROCESS = randomUUID();

/**
 * The tag of the answer to a question that is asked with GET and a hash: another one for another state of
 * the data, another day, another viewer. Undefined for every other question, and where there are no data
 * to be had: the GraphQL side tells why.
 */
export async function tagOf({ request, documentId }: Question, exchange: Exchange): Promise<string | undefined> {
  const { method, headers, search } = request;
  if (method !== 'GET' || documentId === undefined || !isAskedFor(headers)) return undefined;
  const context = await exchange.open().catch(() => undefined);
  if (context === undefined) return undefined;
  const { snapshot, today, viewer } = context;
  const parts = [
    THIS_PROCESS,
    snapshot.version,
    today,
    viewer,
    search,
    headers.get('accept'),
    headers.get('authorization'),
  ];
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}"`;
}

/** Says that nothing changed, if the one who asks has the answer already. */
export function stillHolds(headers: HeaderMap, tag: string): boolean {
  return (headers.get('if-none-match') ?? '').split(',').some((each) => each.trim() === tag);
}

/** Lets an answer be kept, to be asked about each time: a change of the data shows at once. */
export function letKeep(reply: FastifyReply, headers: HeaderMap, tag: string): void {
  const whose = headers.get('authorization') === undefined ? 'public' : 'private';
  reply.header('etag', tag).header('cache-control', `${whose}, no-cache`).header('vary', 'accept, authorization');
}

/** Whether the request has a header that no other site can make a browser send without leave. */
function isAskedFor(headers: HeaderMap): boolean {
  const named = headers.get('apollo-require-preflight') ?? headers.get('x-apollo-operation-name') ?? '';
  return named !== '' || (headers.get('content-type') ?? '').startsWith('application/json');
}
