import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { composeServices as composeWithApollo } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { composeServices as composeWithGuild } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { makeGateway, type Member } from '../../../examples/statistics-office/gateway.ts';

/** What a composer made of some subgraphs: the schema that a gateway serves, or what is wrong. */
export interface Composed {
  readonly supergraph: string | undefined;
  readonly errors: readonly string[];
  readonly hints: readonly string[];
}

/** The composers on npm. */
export const COMPOSERS: Readonly<Record<string, (members: readonly Member[]) => Composed>> = {
  '@apollo/composition': (members) => {
    const { supergraphSdl, errors, hints } = composeWithApollo(members.map(toService));
    return { supergraph: supergraphSdl, errors: messages(errors), hints: (hints ?? []).map(String) };
  },
  '@theguild/federation-composition': (members) => {
    const { supergraphSdl, errors } = composeWithGuild(members.map(toService));
    return { supergraph: supergraphSdl, errors: messages(errors), hints: [] };
  },
};

function toService({ name, url, sdl }: Member) {
  return { name, url, typeDefs: parse(sdl) };
}

function messages(errors: readonly { message: string }[] | undefined): string[] {
  return (errors ?? []).map(({ message }) => message);
}

/** A gateway that runs. */
export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** The gateways on npm, each in front of what a composer makes of some subgraphs. */
export const GATEWAYS: Readonly<Record<string, (members: readonly Member[]) => Promise<RunningGateway>>> = {
  '@graphql-hive/gateway-runtime': async (members) => {
    const gateway = makeGateway(members);
    const { url, stop } = await listen((request, response) => void gateway(request, response));
    return {
      url: `${url}/graphql`,
      stop: async () => {
        await stop();
        await gateway[Symbol.asyncDispose]();
      },
    };
  },
  '@apollo/gateway': async (members) => {
    const { supergraph, errors } = composed('@apollo/composition', members);
    if (supergraph === undefined) throw new Error(errors.join('\n'));
    const logger = { debug() {}, info() {}, warn() {}, error() {} };
    const gateway = new ApolloGateway({ supergraphSdl: supergraph, logger });
    const server = new ApolloServer({ gateway, logger, stopOnTerminationSignals: false });
    const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
    return { url, stop: () => server.stop() };
  },
};

function composed(composer: string, members: readonly Member[]): Composed {
  const compose = COMPOSERS[composer];
  if (compose === undefined) throw new Error(`there is no composer ${composer}`);
  return compose(members);
}

/** Serves requests on a free port. */
export async function listen(listener: RequestListener): Promise<RunningGateway> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
