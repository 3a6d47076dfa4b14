import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { getNamedType, isInterfaceType, isObjectType, Kind, visit } from 'graphql';
import type { GraphQLCompositeType, GraphQLNamedType } from 'graphql';
import { isCompositeType } from 'graphql';
import type { ListSize } from './list-sizes.ts';
import { listSizeOf } from './list-sizes.ts';

/** What a document asks for, told without asking it. */
export interface Measure {
  readonly aliases: number;
  readonly directives: number;
  readonly fragments: number;
  readonly rootFields: number;
  readonly depth: number;
  /** Fields once all fragments are written out. */
  readonly fields: number;
  /** Objects in the answer at most. */
  readonly cost: number;
  /** Names of fragments that contain themselves. */
  readonly cycles: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;
type Part = Pick<Measure, 'depth' | 'fields' | 'cost'>;
const NOTHING: Part = { depth: 0, fields: 0, cost: 0 };

/**
 * Measures a document. Each fragment is measured once for each place that differs, however often it is used.
 * @param units how many units the tree has, as far as that is known
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
  units = Infinity,
): Measure {
  const walk = new Walk(schema, document, variables, units);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const parts = operations.map((operation) => walk.operation(operation));
  return {
    ...counted(document),
    rootFields: Math.max(0, ...operations.map(({ selectionSet }) => selectionSet.selections.length)),
    depth: Math.max(0, ...parts.map((part) => part.depth)),
    fields: Math.max(0, ...parts.map((part) => part.fields)),
    cost: Math.max(0, ...parts.map((part) => part.cost)),
    cycles: [...walk.cycles],
  };
}

function counted(document: DocumentNode): Pick<Measure, 'aliases' | 'directives' | 'fragments'> {
  let [aliases, directives, fragments] = [0, 0, 0];
  visit(document, {
    Field: ({ alias }) => {
      if (alias) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
    FragmentDefinition: () => {
      fragments += 1;
    },
  });
  return { aliases, directives, fragments };
}

/** Where a selection stands: how many objects it is read of, and whether it was reached by going down only. */
interface Place {
  readonly parent: GraphQLCompositeType | undefined;
  readonly times: number;
  /** Of a connection, how many its edges and nodes are; else 1. */
  readonly pageSize: number;
  /** Units that were reached by going down from one unit are different units: there are no more than the tree has. */
  readonly isDownward: boolean;
}

/** Fields that begin at one unit or go down from it. All others may meet the same unit again and again. */
const DOWNWARD: ReadonlySet<string> = new Set([
  ...['Query.nation', 'Query.province', 'Query.organization', 'Query.provinces', 'children', 'provinces', 'districts'],
  ...['blocs', 'communes', 'grassrootsOrganizations', 'sectionCommittees', 'cells', 'nodes', 'edges', 'node'],
]);

class Walk {
  readonly cycles = new Set<string>();
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Part | 'OPEN'>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
    private readonly units: number,
  ) {
    const definitions = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((each) => [each.name.value, each]));
  }

  operation({ operation, selectionSet }: OperationDefinitionNode): Part {
    const parent = this.schema.getRootType(operation) ?? undefined;
    return this.selections(selectionSet, { parent, times: 1, pageSize: 1, isDownward: true });
  }

  private selections({ selections }: SelectionSetNode, place: Place): Part {
    const parts = selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return this.field(selection, place);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value, place);
      const parent = selection.typeCondition ? this.composite(selection.typeCondition.name.value) : place.parent;
      return this.selections(selection.selectionSet, { ...place, parent });
    });
    return parts.reduce(join, NOTHING);
  }

  private fragment(name: string, place: Place): Part {
    const key = `${name}|${place.times}|${place.pageSize}|${place.isDownward}`;
    const known = this.known.get(key);
    if (known === 'OPEN') {
      this.cycles.add(name);
      return NOTHING;
    }
    const fragment = this.fragments.get(name);
    if (known || !fragment) return known ?? NOTHING;
    this.known.set(key, 'OPEN');
    const parent = this.composite(fragment.typeCondition.name.value);
    const part = this.selections(fragment.selectionSet, { ...place, parent });
    this.known.set(key, part);
    return part;
  }

  private field(node: FieldNode, { parent, times, pageSize, isDownward }: Place): Part {
    if (!node.selectionSet) return { depth: 1, fields: 1, cost: 0 };
    const field =
      parent && (isObjectType(parent) || isInterfaceType(parent)) ? parent.getFields()[node.name.value] : undefined;
    const size = field ? listSizeOf(field) : ({ by: 'ONE' } as const);
    const type = field && getNamedType(field.type);
    const isPaged = node.name.value === 'nodes' || node.name.value === 'edges';
    const own = isPaged ? pageSize : size.by === 'FIRST' ? 1 : this.length(size, node);
    const name = parent?.name === 'Query' ? `Query.${node.name.value}` : node.name.value;
    const staysDownward = isDownward && DOWNWARD.has(name);
    const isOfUnits = isPaged && staysDownward && isInterfaceOf(type, 'PartyOrganization');
    const reached = isOfUnits ? Math.min(times * own, this.units) : times * own;
    const inner = this.selections(node.selectionSet, {
      parent: isCompositeType(type) ? type : undefined,
      times: reached,
      pageSize: size.by === 'FIRST' ? this.length(size, node) : 1,
      isDownward: staysDownward,
    });
    return { depth: inner.depth + 1, fields: inner.fields + 1, cost: reached + inner.cost };
  }

  private length(size: ListSize, node: FieldNode): number {
    if (size.by === 'ONE') return 1;
    if (size.by === 'ASSUMED') return size.assumed;
    const value = this.argument(node, size.by === 'FIRST' ? 'first' : size.argument);
    if (size.by === 'FIRST') return typeof value === 'number' && value > 0 ? value : size.assumed;
    return Array.isArray(value) ? Math.max(value.length, 1) : 1;
  }

  private argument(node: FieldNode, name: string): unknown {
    const given = node.arguments?.find((each) => each.name.value === name)?.value;
    return given && this.valueOf(given);
  }

  private valueOf(value: ValueNode): unknown {
    if (value.kind === Kind.VARIABLE) return this.variables[value.name.value];
    if (value.kind === Kind.INT) return Number(value.value);
    return value.kind === Kind.LIST ? value.values : undefined;
  }

  private composite(name: string): GraphQLCompositeType | undefined {
    const type = this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

function join(a: Part, b: Part): Part {
  return { depth: Math.max(a.depth, b.depth), fields: a.fields + b.fields, cost: a.cost + b.cost };
}

/** Whether a type is an interface's, the interface itself included, or the edge of a page of such. */
function isInterfaceOf(type: GraphQLNamedType | undefined, name: string): boolean {
  if (type?.name === name) return true;
  if (!isObjectType(type)) return false;
  if (type.getInterfaces().some((each) => each.name === name)) return true;
  const node = type.name.endsWith('Edge') ? type.getFields()['node'] : undefined;
  return node !== undefined && isInterfaceOf(getNamedType(node.type), name);
}
