import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** An agency that says something of every party organisation, whatever its kind, by its code. */
export const COMPLAINTS_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@interfaceObject", "@shareable"])

  type Query {
    latestComplaints: ComplaintConnection!
  }

  type PartyOrganization @key(fields: "code") @interfaceObject {
    code: String!
    openComplaints: Int!
  }

  type ComplaintConnection {
    nodes: [PartyOrganization!]!
    pageInfo: PageInfo!
  }

  type PageInfo @shareable {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
`;

interface OrganizationKey {
  readonly code: string;
}

const resolvers = {
  Query: {
    latestComplaints: () => ({
      nodes: [{ code: 'H509' }, { code: 'T49' }, { code: 'X20644' }],
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    }),
  },
  PartyOrganization: {
    __resolveReference: (organization: OrganizationKey) => organization,
    openComplaints: ({ code }: OrganizationKey) => code.length,
  },
};

/** Starts the agency's subgraph on a free port. */
export async function startComplaintsOffice(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = new ApolloServer({
    schema: buildSubgraphSchema([{ typeDefs: parse(COMPLAINTS_SDL), resolvers }]),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, stop: () => server.stop() };
}
