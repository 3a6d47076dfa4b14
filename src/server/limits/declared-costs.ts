import type { ConstDirectiveNode, GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { getNullableType, isListType, isObjectType, valueFromASTUntyped } from 'graphql';
import { LIST_ARGUMENTS } from '../../federation/costs.ts';

/** How many entries a field gives at most, as far as the schema tells. */
export type ListSize =
  | { readonly by: 'ONE' }
  /** As many as an argument says: on the field itself, or on some fields of what it gives. */
  | { readonly by: 'FIRST'; readonly argument: string; readonly sized: readonly string[]; readonly assumed: number }
  /** As many as a list argument has. */
  | { readonly by: 'ARGUMENT'; readonly argument: string }
  | { readonly by: 'ASSUMED'; readonly assumed: number };

/** What the schema says of the costs of a field: the size of its list, and what each call or object of it costs. */
export interface FieldCost {
  readonly size: ListSize;
  readonly weight: number;
}

/** Introspection has no directives; so long are the lists of the schema on the average. */
const OF_INTROSPECTION: Readonly<Record<string, number>> = {
  '__Type.fields': 10,
  '__Type.inputFields': 3,
  '__Type.enumValues': 5,
  '__Type.interfaces': 1,
  '__Type.possibleTypes': 1,
  '__Field.args': 2,
  '__Schema.directives': 20,
  '__Directive.args': 2,
};

const known = new WeakMap<GraphQLField<unknown, unknown>, FieldCost>();

/** Reads what the schema declares with `@cost` and `@listSize`; a field without costs 1 for each object. */
export function costOfField(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  type: GraphQLNamedType,
): FieldCost {
  const before = known.get(field);
  if (before) return before;
  const weight =
    weightIn(field.astNode?.directives) ?? (isObjectType(type) ? weightIn(type.astNode?.directives) : undefined);
  const made = { size: sizeOf(schema, parent, field), weight: weight ?? 1 };
  known.set(field, made);
  return made;
}

function sizeOf(schema: GraphQLSchema, parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): ListSize {
  const argument = LIST_ARGUMENTS.find((name) => field.args.some((each) => each.name === name));
  if (argument !== undefined && isListType(getNullableType(field.type))) return { by: 'ARGUMENT', argument };
  if (parent.name === '__Schema' && field.name === 'types')
    return { by: 'ASSUMED', assumed: Object.keys(schema.getTypeMap()).length };
  const introspected = OF_INTROSPECTION[`${parent.name}.${field.name}`];
  if (introspected !== undefined) return { by: 'ASSUMED', assumed: introspected };
  const declared = field.astNode?.directives?.find(({ name }) => name.value === 'listSize');
  if (!declared) return { by: 'ONE' };
  const { assumedSize = 1, slicingArguments: [slicing] = [], sizedFields = [] } = readSize(declared);
  if (slicing === undefined) return { by: 'ASSUMED', assumed: assumedSize };
  return { by: 'FIRST', argument: slicing, sized: sizedFields, assumed: assumedSize };
}

interface DeclaredSize {
  readonly assumedSize?: number;
  readonly slicingArguments?: readonly string[];
  readonly sizedFields?: readonly string[];
}

function readSize(declared: ConstDirectiveNode): DeclaredSize {
  return argumentsOf(declared);
}

function weightIn(directives: readonly ConstDirectiveNode[] | undefined): number | undefined {
  const declared = directives?.find(({ name }) => name.value === 'cost');
  return declared && Number(argumentsOf(declared)['weight']);
}

function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}
