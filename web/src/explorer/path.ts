import { getNamedType, isAbstractType, isCompositeType, isRequiredArgument, isUnionType } from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';

/** A step towards a type: through a field, or into one of the types that an interface stands for. */
export type Step = { readonly field: GraphQLField<unknown, unknown> } | { readonly into: string };

/** The way from one of several types to another. */
export interface Path {
  /** Which of the types it starts from. */
  readonly start: number;
  readonly steps: readonly Step[];
}

const COST = { field: 2, into: 2, argument: 3, edges: 3 } as const;

interface Reached {
  readonly type: GraphQLCompositeType;
  readonly cost: number;
  readonly path: Path;
}

/** The shortest way from any of the types to one that is wanted: few fields, few arguments that must be filled in. Null where there is none. */
export function shortestPath(
  schema: GraphQLSchema,
  starts: readonly GraphQLCompositeType[],
  isWanted: (type: GraphQLNamedType) => boolean,
): Path | null {
  const open: Reached[] = starts.map((type, start) => ({ type, cost: 0, path: { start, steps: [] } }));
  const done = new Set<string>();
  for (let next = takeNearest(open); next !== undefined; next = takeNearest(open)) {
    if (isWanted(next.type)) return next.path;
    if (done.has(next.type.name)) continue;
    done.add(next.type.name);
    const further = [...fieldsFrom(next), ...typesFrom(next, schema)];
    open.push(...further.filter(({ type }) => !done.has(type.name)));
  }
  return null;
}

/** Of several that are as near, the one that came first. */
function takeNearest(open: Reached[]): Reached | undefined {
  const nearest = Math.min(...open.map(({ cost }) => cost));
  const index = open.findIndex(({ cost }) => cost === nearest);
  return index < 0 ? undefined : open.splice(index, 1)[0];
}

function fieldsFrom({ type, cost, path }: Reached): readonly Reached[] {
  if (isUnionType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const given = getNamedType(field.type);
    if (!isCompositeType(given) || field.name.startsWith('_')) return [];
    const required = field.args.filter(isRequiredArgument).length * COST.argument;
    const dear = field.name === 'edges' ? COST.edges : 0;
    return [
      { type: given, cost: cost + COST.field + required + dear, path: { ...path, steps: [...path.steps, { field }] } },
    ];
  });
}

function typesFrom({ type, cost, path }: Reached, schema: GraphQLSchema): readonly Reached[] {
  if (!isAbstractType(type)) return [];
  return schema.getPossibleTypes(type).map((possible) => ({
    type: possible,
    cost: cost + COST.into,
    path: { ...path, steps: [...path.steps, { into: possible.name }] },
  }));
}
