import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** What the objects of a field stand for in the table. */
export type Role = 'leaf' | 'unit' | 'figure' | 'dimension' | 'source' | 'object';

/** Where the items of a connection lie: under `nodes`, or under `edges` and then `node`, by their keys in the answer. */
export interface Connection {
  readonly items: string;
  readonly node: string | null;
  readonly pageInfo: string | null;
  readonly hasNextPage: string | null;
}

/** One field of a question with its arguments, its meaning, and the fields asked below it. Connections read as lists. */
export interface Asked {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly list: boolean;
  readonly connection: Connection | null;
  readonly args: Readonly<Record<string, unknown>>;
  readonly fields: readonly Asked[];
}

interface Reading {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The fields that an operation asks for. The operation is the named one, or the first where there is no name.
 * Fields that the schema lacks are left out; an operation that is not there asks for nothing.
 */
export function readAsked(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): readonly Asked[] {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation = operations.find((candidate) => candidate.name?.value === operationName) ?? operations[0];
  const root = operation === undefined ? null : schema.getRootType(operation.operation);
  if (operation === undefined || root === null || root === undefined) return [];
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return readFields(
    { schema, fragments, variables: { ...defaultsOf(operation), ...variables } },
    root,
    operation.selectionSet,
  );
}

function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue !== undefined) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}

function readFields(reading: Reading, parent: GraphQLNamedType, selections: SelectionSetNode): readonly Asked[] {
  const fields = new Map<string, Asked>();
  for (const selection of selections.selections) {
    for (const field of readSelection(reading, parent, selection)) {
      const before = fields.get(field.key);
      fields.set(
        field.key,
        before === undefined ? field : { ...field, fields: mergeFields(before.fields, field.fields) },
      );
    }
  }
  return [...fields.values()];
}

function readSelection(
  reading: Reading,
  parent: GraphQLNamedType,
  selection: SelectionSetNode['selections'][number],
): readonly Asked[] {
  if (selection.kind === Kind.FIELD) {
    const field = readField(reading, parent, selection);
    return field === null ? [] : [field];
  }
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(selection.name.value) : selection;
  if (fragment === undefined) return [];
  const type =
    fragment.typeCondition === undefined ? parent : reading.schema.getType(fragment.typeCondition.name.value);
  return type === undefined ? [] : readFields(reading, type, fragment.selectionSet);
}

function mergeFields(left: readonly Asked[], right: readonly Asked[]): readonly Asked[] {
  const merged = new Map(left.map((field) => [field.key, field]));
  for (const field of right) {
    const before = merged.get(field.key);
    merged.set(
      field.key,
      before === undefined ? field : { ...field, fields: mergeFields(before.fields, field.fields) },
    );
  }
  return [...merged.values()];
}

function readField(reading: Reading, parent: GraphQLNamedType, node: FieldNode): Asked | null {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
  const definition = parent.getFields()[node.name.value];
  if (definition === undefined) return null;
  const type = getNamedType(definition.type);
  const fields = node.selectionSet === undefined ? [] : readFields(reading, type, node.selectionSet);
  const args: Record<string, unknown> = {};
  for (const argument of node.arguments ?? [])
    args[argument.name.value] = valueFromASTUntyped(argument.value, reading.variables);
  const asked: Asked = {
    key: node.alias?.value ?? node.name.value,
    name: node.name.value,
    role: roleOf(reading.schema, type),
    list: isListType(getNullableType(definition.type)),
    connection: null,
    args,
    fields,
  };
  return type.name.endsWith('Connection') ? unwrapConnection(asked) : asked;
}

function roleOf(schema: GraphQLSchema, type: GraphQLNamedType): Role {
  if (isLeafType(type)) return 'leaf';
  if (type.name === 'IndicatorValue') return 'figure';
  if (type.name === 'Dimension') return 'dimension';
  if (type.name === 'SourceDocument') return 'source';
  const unit = schema.getType('PartyOrganization');
  const types = isUnionType(type) ? type.getTypes() : [type];
  const isUnit = (one: GraphQLNamedType): boolean =>
    one === unit || (isInterfaceType(unit) && isObjectType(one) && schema.isSubType(unit, one));
  return types.some(isUnit) ? 'unit' : 'object';
}

function unwrapConnection(asked: Asked): Asked {
  const nodes = asked.fields.find((field) => field.name === 'nodes');
  const edges = asked.fields.find((field) => field.name === 'edges');
  const node = nodes ?? edges?.fields.find((field) => field.name === 'node');
  const items = nodes ?? edges;
  if (node === undefined || items === undefined) return asked;
  const pageInfo = asked.fields.find((field) => field.name === 'pageInfo');
  const hasNextPage = pageInfo?.fields.find((field) => field.name === 'hasNextPage');
  const connection = {
    items: items.key,
    node: nodes === undefined ? node.key : null,
    pageInfo: pageInfo?.key ?? null,
    hasNextPage: hasNextPage?.key ?? null,
  };
  return { ...asked, role: node.role, list: true, connection, fields: node.fields };
}
