import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import type { FieldCost, ListSize } from './declared-costs.ts';
import { costOfField } from './declared-costs.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * What an operation's answer may cost at most: its objects, each as often as the schema says that it weighs. The text
 * is within its limits with all fragments written out, so that each place is gone to on its own.
 * @param units how many units the tree has: no walk down it meets more
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  units: number,
): number {
  return new Walk(schema, document, operation, variables, units).cost();
}

/** Where a selection stands: how many objects it is read of, and whether it was reached by going down only. */
interface Place {
  readonly parent: GraphQLCompositeType | undefined;
  readonly times: number;
  /** What the field above says of the sizes of some of those within it, as a page does of its edges and nodes. */
  readonly page: Page;
  /** Units that were reached by going down from one unit are different units: there are no more than the tree has. */
  readonly isDownward: boolean;
}

interface Page {
  readonly fields: readonly string[];
  readonly size: number;
}

const NO_PAGE: Page = { fields: [], size: 1 };

/** A field that the schema does not have: that is said elsewhere. */
const UNKNOWN: FieldCost = { size: { by: 'ONE' }, weight: 1 };

/** Fields that begin at one unit or go down from it. All others may meet the same unit again and again. */
const DOWNWARD: ReadonlySet<string> = new Set([
  ...['Query.nation', 'Query.province', 'Query.organization', 'Query.provinces', 'children', 'provinces', 'districts'],
  ...['blocs', 'communes', 'grassrootsOrganizations', 'sectionCommittees', 'cells', 'nodes', 'edges', 'node'],
]);

class Walk {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly defaults: Variables;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
    private readonly units: number,
  ) {
    const definitions = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((each) => [each.name.value, each]));
    this.defaults = Object.fromEntries(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    );
  }

  cost(): number {
    const parent = this.schema.getRootType(this.operation.operation) ?? undefined;
    return this.selections(this.operation.selectionSet, { parent, times: 1, page: NO_PAGE, isDownward: true });
  }

  private selections({ selections }: SelectionSetNode, place: Place): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += this.field(selection, place);
      else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        if (!fragment) continue;
        const parent = fragment.typeCondition ? this.composite(fragment.typeCondition.name.value) : place.parent;
        cost += this.selections(fragment.selectionSet, { ...place, parent });
      }
    }
    return cost;
  }

  private field(node: FieldNode, { parent, times, page, isDownward }: Place): number {
    if (!node.selectionSet) return 0;
    const field = parent && this.fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    const { size, weight } = parent && field && type ? costOfField(this.schema, parent, field, type) : UNKNOWN;
    const isPaged = page.fields.includes(node.name.value);
    const own = isPaged ? page.size : size.by === 'FIRST' ? 1 : this.length(size, node);
    const name = parent?.name === 'Query' ? `Query.${node.name.value}` : node.name.value;
    const staysDownward = isDownward && DOWNWARD.has(name);
    const isOfUnits = isPaged && staysDownward && isInterfaceOf(type, 'PartyOrganization');
    const reached = isOfUnits ? Math.min(times * own, this.units) : times * own;
    const inner = this.selections(node.selectionSet, {
      parent: isCompositeType(type) ? type : undefined,
      times: reached,
      page: size.by === 'FIRST' ? { fields: size.sized, size: this.length(size, node) } : NO_PAGE,
      isDownward: staysDownward,
    });
    return reached * weight + inner;
  }

  private fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (parent === this.schema.getQueryType()) {
      const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name);
      if (meta) return meta;
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  private length(size: ListSize, node: FieldNode): number {
    if (size.by === 'ONE') return 1;
    if (size.by === 'ASSUMED') return size.assumed;
    const value = this.argument(node, size.argument);
    if (size.by === 'FIRST') return typeof value === 'number' && value > 0 ? value : size.assumed;
    return Array.isArray(value) ? Math.max(value.length, 1) : 1;
  }

  private argument(node: FieldNode, name: string): unknown {
    const given = node.arguments?.find((each) => each.name.value === name)?.value;
    return given && this.valueOf(given);
  }

  private valueOf(value: ValueNode): unknown {
    if (value.kind === Kind.VARIABLE) {
      const { value: name } = value.name;
      return this.variables[name] === undefined ? this.defaults[name] : this.variables[name];
    }
    if (value.kind === Kind.INT) return Number(value.value);
    return value.kind === Kind.LIST ? value.values : undefined;
  }

  private composite(name: string): GraphQLCompositeType | undefined {
    const type = this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

/** Whether a type is an interface's, the interface itself included, or the edge of a page of such. */
function isInterfaceOf(type: GraphQLNamedType | undefined, name: string): boolean {
  if (type?.name === name) return true;
  if (!isObjectType(type)) return false;
  if (type.getInterfaces().some((each) => each.name === name)) return true;
  const node = type.name.endsWith('Edge') ? type.getFields()['node'] : undefined;
  return node !== undefined && isInterfaceOf(getNamedType(node.type), name);
}
