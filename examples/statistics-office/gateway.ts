import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import httpTransport from '@graphql-mesh/transport-http';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

/** A subgraph as the gateway has to know it. */
export interface Member {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** Puts the subgraphs' schemas together into the one that the gateway serves. @throws Error if they do not fit */
export function composeSupergraph(members: readonly Member[]): string {
  const composed = composeServices(members.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (composed.supergraphSdl !== undefined) return composed.supergraphSdl;
  throw new Error(composed.errors?.map(({ message }) => message).join('\n'));
}

/** A gateway over the subgraphs: a handler for node:http, with the API at /graphql. */
export function makeGateway(members: readonly Member[]): ReturnType<typeof createGatewayRuntime> {
  return createGatewayRuntime({
    supergraph: composeSupergraph(members),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    logging: false,
    transports: { http: httpTransport },
  });
}
