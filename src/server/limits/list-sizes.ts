import type { GraphQLField } from 'graphql';
import { getNamedType, getNullableType, isListType } from 'graphql';
import { DEFAULT_PAGE } from '../../resolvers/connections/page.ts';

/** How many entries a field gives at most, as far as the schema tells. */
export type ListSize =
  | { readonly by: 'ONE' }
  /** A connection: as many as `first` says, on its edges and nodes. */
  | { readonly by: 'FIRST'; readonly assumed: number }
  /** As many as a list argument has. */
  | { readonly by: 'ARGUMENT'; readonly argument: string }
  | { readonly by: 'ASSUMED'; readonly assumed: number };

/** Lists whose length no argument tells. */
const ASSUMED: Readonly<Record<string, number>> = { series: 120, indicators: 200, breakdown: 60, ancestors: 8 };
const FEW = 10;
/** Arguments that give as many entries as they have. */
const LIST_ARGUMENTS = ['codes', 'representations'];

/** What the schema says of the length of a field's answer. */
export function listSizeOf(field: GraphQLField<unknown, unknown>): ListSize {
  if (getNamedType(field.type).name.endsWith('Connection')) return { by: 'FIRST', assumed: DEFAULT_PAGE };
  if (!isListType(getNullableType(field.type))) return { by: 'ONE' };
  const argument = LIST_ARGUMENTS.find((name) => field.args.some((each) => each.name === name));
  if (argument) return { by: 'ARGUMENT', argument };
  return { by: 'ASSUMED', assumed: ASSUMED[field.name] ?? FEW };
}
