import type { ApolloServer } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LazyContext } from './apollo.ts';

/** The path of the API. */
export const GRAPHQL_PATH = '/graphql';

/** Takes GraphQL over HTTP into Apollo; a browser that asks for a page is sent to GraphiQL. */
export function routeGraphql(app: FastifyInstance, apollo: ApolloServer<LazyContext>, openContext: () => LazyContext): void {
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (request.method === 'GET' && !hasQuery(request) && wantsPage(request)) return reply.redirect('/graphiql/');
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
        body: request.body,
      },
      context: async () => openContext(),
    });
    for (const [name, value] of headers) reply.header(name, value);
    reply.status(status ?? 200);
    if (body.kind === 'complete') return reply.send(body.string);
    throw new Error('answers in parts are not given');
  };
  app.route({ method: ['GET', 'POST'], url: GRAPHQL_PATH, handler: handle });
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function hasQuery(request: FastifyRequest): boolean {
  return /[?&](query|extensions)=/.test(request.url);
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}
