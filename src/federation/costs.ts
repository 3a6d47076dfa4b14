import type { ConstArgumentNode, ConstDirectiveNode, ConstValueNode, DocumentNode, FieldDefinitionNode } from 'graphql';
import { Kind, visit } from 'graphql';
import { DEFAULT_PAGE } from '../resolvers/connections/page.ts';

/**
 * What fields and types cost, as multiples of one object from memory; 1 where they do not stand here. The schema tells
 * it as `@cost`, and whatever estimates a question reads it there: gateways, and the server itself. Composition refuses the cost of a field that an
 * interface has: there the type of the answer tells it.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  // Goes through the names of all units.
  searchOrganizations: 4_000,
  // Of all rules of the catalogue, held against the figures of a unit and those below.
  Violation: 100,
  BreakdownCheck: 50,
  IndicatorValue: 3,
  BreakdownCell: 3,
};

/** How many entries a list has where no argument tells, as `@listSize` says. */
const SIZES: Readonly<Record<string, number>> = {
  series: 120,
  indicators: 200,
  breakdown: 60,
  ancestors: 8,
};
const FEW = 10;

/** Arguments whose length is that of the answer. */
export const LIST_ARGUMENTS: readonly string[] = ['codes', 'representations'];

/** Writes the costs and the sizes of lists into a schema's text. */
export function priced(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition: {
      leave: (node) => {
        const weight = WEIGHTS[node.name.value];
        return weight === undefined ? node : { ...node, directives: [...(node.directives ?? []), cost(weight)] };
      },
    },
    FieldDefinition: {
      leave: (node: FieldDefinitionNode) => {
        const weight = WEIGHTS[node.name.value];
        const added = [...(weight === undefined ? [] : [cost(weight)]), ...sizeOf(node)];
        return added.length === 0 ? node : { ...node, directives: [...(node.directives ?? []), ...added] };
      },
    },
  });
}

function sizeOf({ name, type }: FieldDefinitionNode): ConstDirectiveNode[] {
  const nullable = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (nullable.kind === Kind.NAMED_TYPE) return nullable.name.value.endsWith('Connection') ? [PAGE] : [];
  // Of a page, the field that gives it tells the size.
  if (name.value === 'nodes' || name.value === 'edges') return [];
  return [directive('listSize', { assumedSize: int(SIZES[name.value] ?? FEW) })];
}

const cost = (weight: number): ConstDirectiveNode => directive('cost', { weight: int(weight) });

const PAGE = directive('listSize', {
  assumedSize: int(DEFAULT_PAGE),
  slicingArguments: texts(['first']),
  sizedFields: texts(['edges', 'nodes']),
  requireOneSlicingArgument: { kind: Kind.BOOLEAN, value: false },
});

function directive(name: string, values: Readonly<Record<string, ConstValueNode>>): ConstDirectiveNode {
  const written = Object.entries(values).map(([argument, value]): ConstArgumentNode => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argument },
    value,
  }));
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name }, arguments: written };
}

function int(value: number): ConstValueNode {
  return { kind: Kind.INT, value: String(value) };
}

function texts(values: readonly string[]): ConstValueNode {
  return { kind: Kind.LIST, values: values.map((value) => ({ kind: Kind.STRING, value })) };
}
