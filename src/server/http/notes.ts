import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { currentWork } from '../../database/work.ts';
import type { Exchange } from './exchange.ts';
import { isRepeatable } from './repeatable.ts';

const LISTENER: GraphQLRequestListener<Exchange> = {
  didResolveSource: async ({ contextValue }) => {
    contextValue.told.understood = true;
  },
  didResolveOperation: async ({ contextValue, operation, operationName }) => {
    if (!operation) return;
    contextValue.told.operation = { name: operationName ?? null, type: operation.operation };
    currentWork()?.onOperation(operationName ?? null, operation.operation);
  },
  willSendResponse: async ({ contextValue, response, document, operation, schema }) => {
    if (operation?.operation !== OperationTypeNode.QUERY || document === undefined || response.body.kind !== 'single')
      return;
    contextValue.told.repeatable = response.body.singleResult.errors === undefined && isRepeatable(schema, document);
  },
};

/** Tells the HTTP side how far the GraphQL side came with a request. */
export const HTTP_NOTES: ApolloServerPlugin<Exchange> = {
  requestDidStart: async () => LISTENER,
};
