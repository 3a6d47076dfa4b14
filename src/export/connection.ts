import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import { CodedError } from '../errors/coded-error.ts';
import type { ExportCell, ExportTable } from './table.ts';

/** Asks the schema. @throws CodedError or any other error, where the answer has errors */
export type Ask = (variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Where the answer has a connection, and what it is asked of each node: a path of names for each column. */
interface Found {
  readonly path: readonly string[];
  readonly columns: readonly (readonly string[])[];
}

/**
 * Any connection of the schema as a table: the nodes of the first one that the question asks `pageInfo` of, followed from
 * page to page by its variable `$after`. Each plain field of a node is a column, those of objects within it by their path.
 * @throws CodedError CONNECTION_MISSING
 */
export function connectionTable(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  ask: Ask,
): ExportTable {
  const found = connectionIn(document);
  if (!found) {
    const expected = 'a connection with `after: $after`, `nodes` and `pageInfo { hasNextPage endCursor }`';
    throw new CodedError('CONNECTION_MISSING', `Expected ${expected}; got none.`, { expected });
  }
  const headers = found.columns.map((column) => column.join('.'));
  return { title: found.path.at(-1) ?? '', headers, pages: pagesOf(found, variables, ask) };
}

interface Page {
  readonly nodes?: readonly unknown[];
  readonly pageInfo?: { readonly hasNextPage?: boolean; readonly endCursor?: string | null };
}

async function* pagesOf(
  { path, columns }: Found,
  variables: Readonly<Record<string, unknown>>,
  ask: Ask,
): AsyncGenerator<ExportCell[][]> {
  for (let after: unknown = variables['after'] ?? null; ;) {
    const page = valueAt(await ask({ ...variables, after }), path) as Page | null;
    yield (page?.nodes ?? []).map((node) => columns.map((column) => cellOf(valueAt(node, column))));
    const { hasNextPage = false, endCursor = null } = page?.pageInfo ?? {};
    if (!hasNextPage || endCursor === null || endCursor === after) return;
    after = endCursor;
  }
}

function connectionIn({ definitions }: DocumentNode): Found | undefined {
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const found = findIn(definition.selectionSet, []);
    if (found) return found;
  }
  return undefined;
}

function findIn(set: SelectionSetNode, above: readonly string[]): Found | undefined {
  for (const field of fieldsOf(set)) {
    if (!field.selectionSet) continue;
    const path = [...above, nameOf(field)];
    const nodes = fieldsOf(field.selectionSet).find(({ name }) => name.value === 'nodes');
    if (nodes?.selectionSet && isFollowed(field)) return { path, columns: columnsOf(nodes.selectionSet, []) };
    const found = findIn(field.selectionSet, path);
    if (found) return found;
  }
  return undefined;
}

function isFollowed({ arguments: given = [], selectionSet }: FieldNode): boolean {
  const after = given.find(({ name }) => name.value === 'after')?.value;
  const info = selectionSet && fieldsOf(selectionSet).find(({ name }) => name.value === 'pageInfo')?.selectionSet;
  const asked = info ? fieldsOf(info).map(nameOf) : [];
  const isByVariable = after?.kind === Kind.VARIABLE && after.name.value === 'after';
  return isByVariable && asked.includes('hasNextPage') && asked.includes('endCursor');
}

function columnsOf(set: SelectionSetNode, above: readonly string[]): string[][] {
  const columns = fieldsOf(set).flatMap((field) => {
    const path = [...above, nameOf(field)];
    return field.selectionSet ? columnsOf(field.selectionSet, path) : [path];
  });
  return [...new Map(columns.map((column) => [column.join('.'), column])).values()];
}

/** The fields of a selection, those of inline fragments along with them. */
function fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    return each.kind === Kind.INLINE_FRAGMENT ? fieldsOf(each.selectionSet) : [];
  });
}

function nameOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}

/** What stands at a path; of a list, what stands there in each of its entries. */
function valueAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map((each) => valueAt(each, [name, ...rest]));
  return valueAt((value as Record<string, unknown>)[name], rest);
}

function cellOf(value: unknown): ExportCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((each) => String(cellOf(each) ?? '')).join('; ');
  return JSON.stringify(value);
}
