import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { isUnionType } from 'graphql';
import { CodedError, shown } from '../errors/coded-error.ts';
import type { RequestContext } from '../loaders/context.ts';
import type { Soon } from '../loaders/soon.ts';
import { allOf } from '../loaders/soon.ts';
import { PartyOrganization, typeOfOrganization } from '../resolvers/organizations/party-organization.type.ts';
import type { Representation } from './references.ts';
import { REFERENCES } from './references.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext, { representations: readonly unknown[] }>;

/**
 * Gives every representation of `_entities` its own answer in its own place: one that is no entity, or whose
 * reading fails, is null with an error of its own, and the others stay. What is in memory is there at once.
 */
export function answerEachEntity(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const entity = schema.getType('_Entity');
  if (!field || !isUnionType(entity)) throw new Error('the subgraph has no _entities');
  const resolve: Resolve = (_root, { representations }, context) =>
    allOf(representations.map((representation) => entityOf(representation, context)));
  field.resolve = resolve;
  entity.resolveType = (found: object) =>
    found instanceof PartyOrganization ? typeOfOrganization(found) : namesOfTypes.get(found);
}

/** The types of what was found, where it does not tell itself. */
const namesOfTypes = new WeakMap<object, string>();

/** Failures come as values, since a compiled query puts what is thrown within a list at the list's end. */
function entityOf(representation: unknown, context: RequestContext): Soon<object | null> {
  if (!isEntity(representation)) return notAnEntity(representation);
  const { __typename: name } = representation;
  try {
    const found = REFERENCES[name]?.(representation, context) ?? null;
    return found instanceof Promise
      ? found.then((each: object | null) => named(each, name), toError)
      : named(found, name);
  } catch (error) {
    return toError(error);
  }
}

function named(found: object | null, name: string): object | null {
  if (found && !(found instanceof PartyOrganization)) namesOfTypes.set(found, name);
  return found;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function isEntity(value: unknown): value is Representation & { readonly __typename: string } {
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
