import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { Exchange } from './exchange.ts';
import { isRepeatable } from './repeatable.ts';

const LISTENER: GraphQLRequestListener<Exchange> = {
  didResolveSource: async ({ contextValue }) => {
    contextValue.told.understood = true;
  },
  willSendResponse: async ({ contextValue, request, response, document, schema }) => {
    if (request.http?.method !== 'GET' || document === undefined || response.body.kind !== 'single') return;
    contextValue.told.repeatable = response.body.singleResult.errors === undefined && isRepeatable(schema, document);
  },
};

/** Tells the HTTP side how far the GraphQL side came with a request. */
export const HTTP_NOTES: ApolloServerPlugin<Exchange> = {
  requestDidStart: async () => LISTENER,
};
