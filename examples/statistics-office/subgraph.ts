import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { findFigure, largestFigures } from './population.ts';

/** The office's schema, as it is composed with the others'. */
export const OFFICE_SDL = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

interface UnitKey {
  readonly codeList: string;
  readonly code: string;
}

const resolvers = {
  Query: {
    mostPopulousUnits: (_: unknown, { codeList, year, first }: { codeList: string; year: number; first: number }) =>
      largestFigures(codeList, year).slice(0, first),
  },
  AdministrativeUnit: {
    // The key is all that is known of a unit here: any unit may be asked for its population.
    __resolveReference: (unit: UnitKey) => unit,
    population: ({ codeList, code }: UnitKey, { year }: { year: number }) => findFigure({ codeList, code, year }),
  },
};

/** A subgraph that runs. */
export interface RunningOffice {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the office's subgraph on this machine. @param port 0 takes a free one */
export async function startOffice(port: number): Promise<RunningOffice> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(OFFICE_SDL), resolvers }]);
  const server = new ApolloServer({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
  return { url, stop: () => server.stop() };
}
