import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { CodedError, shown } from '../errors/coded-error.ts';
import type { RequestContext } from '../loaders/context.ts';
import { REFERENCES } from './references.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext, { representations: readonly unknown[] }>;

/**
 * Gives every representation of `_entities` its own answer in its own place: one that is no entity, or whose
 * reading fails, is null with an error of its own, and the others stay.
 */
export function answerEachEntity(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const resolve = field?.resolve as Resolve | undefined;
  if (!field || !resolve) throw new Error('the subgraph has no _entities');
  const each: Resolve = async (root, { representations }, context, info) =>
    Promise.all(
      representations.map(async (representation) => {
        if (!isEntity(representation)) return notAnEntity(representation);
        try {
          const [found] = (await resolve(root, { representations: [representation] }, context, info)) as unknown[];
          return await found;
        } catch (error) {
          // As a value, since a compiled query puts what is thrown within a list at the list's end.
          return error instanceof Error ? error : new Error(String(error));
        }
      }),
    );
  field.resolve = each;
}

function isEntity(value: unknown): boolean {
  const name = typeof value === 'object' && value !== null && '__typename' in value ? value.__typename : undefined;
  return typeof name === 'string' && Object.hasOwn(REFERENCES, name);
}

function notAnEntity(value: unknown): CodedError {
  const expected = `an object with a key and a __typename out of ${Object.keys(REFERENCES).join(', ')}`;
  return new CodedError('REPRESENTATION_INVALID', `Expected ${expected}; got ${shown(value)}.`, {
    expected,
    received: shown(value),
  });
}
