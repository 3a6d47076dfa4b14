import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { Exchange } from './exchange.ts';

const LISTENER: GraphQLRequestListener<Exchange> = {
  didResolveSource: async ({ contextValue }) => {
    contextValue.told.understood = true;
  },
};

/** Tells the HTTP side how far the GraphQL side came with a request. */
export const HTTP_NOTES: ApolloServerPlugin<Exchange> = {
  requestDidStart: async () => LISTENER,
};
