import type { Asked } from './asked.ts';

/** An object of an answer, by its keys. */
export type Data = Readonly<Record<string, unknown>>;

/** Whether something in an answer is an object and not null, a list or a leaf. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects under a field, whether it is one object, a list or a connection; nulls are left out. */
export function itemsOf(value: unknown, asked: Asked): readonly Data[] {
  if (asked.connection !== null && isData(value)) {
    const { items, node } = asked.connection;
    const list = value[items];
    if (!Array.isArray(list)) return [];
    return (node === null ? list : list.map((edge: unknown) => (isData(edge) ? edge[node] : null))).filter(isData);
  }
  return (Array.isArray(value) ? value : [value]).filter(isData);
}

/** Whether a connection says that more follows than the answer holds. */
export function hasMore(value: unknown, asked: Asked): boolean {
  if (asked.connection === null || !isData(value)) return false;
  const { pageInfo, hasNextPage } = asked.connection;
  const page = pageInfo === null ? null : value[pageInfo];
  return isData(page) && hasNextPage !== null && page[hasNextPage] === true;
}

/** The text under the field of that name, whatever its alias; null where it was not asked or is null. */
export function textOf(data: Data, fields: readonly Asked[], name: string): string | null {
  const value = valueOf(data, fields, name);
  return isLeaf(value) ? String(value) : null;
}

/** Whether something in an answer is a text, a number or a yes or no. */
export function isLeaf(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What lies under the field of that name, whatever its alias; undefined where it was not asked. */
export function valueOf(data: Data, fields: readonly Asked[], name: string): unknown {
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined ? undefined : data[field.key];
}
