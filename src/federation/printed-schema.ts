import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import { lexicographicSortSchema, print } from 'graphql';
import { buildSchema } from 'type-graphql';
import { RESOLVERS } from '../resolvers/index.ts';
import { ORGANIZATION_TYPES } from '../resolvers/organizations/organization.types.ts';
import { priced } from './costs.ts';
import { FEDERATION_LINK } from './federation-link.ts';
import { tagged } from './tags.ts';

/** The schema as type-graphql builds it from the classes: with resolvers, without federation. */
export async function buildClassSchema(): Promise<GraphQLSchema> {
  const [first, ...others] = RESOLVERS;
  if (!first) throw new Error('the schema needs a resolver');
  return buildSchema({
    resolvers: [first, ...others],
    orphanedTypes: Object.values(ORGANIZATION_TYPES),
    validate: false,
  });
}

/** The schema's text: sorted, with its federation directives, its costs, its tags and the link to Federation 2. */
export function printSubgraph(schema: GraphQLSchema): string {
  return `${FEDERATION_LINK}\n${print(priced(tagged(getDocumentNodeFromSchema(lexicographicSortSchema(schema)))))}\n`;
}
