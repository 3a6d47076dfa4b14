import type { ApolloServer } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Exchange } from './http/exchange.ts';
import { statusOf } from './http/media-type.ts';
import type { Admission } from './limits/admission.ts';
import { answerUnreadable, refuseMethod } from './http/unreadable.ts';

/** The path of the API. */
export const GRAPHQL_PATH = '/graphql';

/** Takes GraphQL over HTTP into Apollo; a browser that asks for a page is sent to GraphiQL. */
export function routeGraphql(
  app: FastifyInstance,
  apollo: ApolloServer<Exchange>,
  admission: Admission,
  openExchange: () => Exchange,
): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const exchange = openExchange();
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
        body: request.body,
      },
      context: async () => exchange,
    });
    for (const [name, value] of headers) reply.header(name, value);
    reply.status(statusOf(status, headers.get('content-type'), exchange.told.understood));
    if (body.kind === 'complete') return reply.send(body.string);
    throw new Error('answers in parts are not given');
  };
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (request.method === 'GET' && !hasQuery(request) && wantsPage(request)) return reply.redirect('/graphiql/');
    return admission.take(request, reply, () => answer(request, reply));
  };
  app.route({ method: ['GET', 'POST'], url: GRAPHQL_PATH, handler: handle, errorHandler: answerUnreadable });
  app.route({ method: ['PUT', 'PATCH', 'DELETE'], url: GRAPHQL_PATH, handler: refuseMethod, errorHandler: answerUnreadable });
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function hasQuery(request: FastifyRequest): boolean {
  return /[?&](query|extensions|documentId)=/.test(request.url);
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}
