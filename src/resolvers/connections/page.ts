import { CodedError, shown } from '../../errors/coded-error.ts';
import type { PageInfo } from './page-info.type.ts';

export const DEFAULT_PAGE = 100;
export const MAX_PAGE = 1000;
/** The largest number that a row of the database can have. */
const MAX_ID = 2_147_483_647;

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A page of a list, as every connection type gives it. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The `first` of a connection: DEFAULT_PAGE where absent. @throws CodedError PAGE_SIZE_OUT_OF_RANGE */
export function pageSize(first: number | null | undefined): number {
  if (first == null) return DEFAULT_PAGE;
  if (first >= 1 && first <= MAX_PAGE) return first;
  throw new CodedError('PAGE_SIZE_OUT_OF_RANGE', `Expected \`first\` from 1 to ${MAX_PAGE}; got ${first}.`, {
    expected: `1 to ${MAX_PAGE}`,
    received: String(first),
  });
}

/** An opaque cursor: the key of the entry that it points at, under the name of its list. */
export function encodeCursor(list: string, key: string | number): string {
  return Buffer.from(`${list}:${key}`, 'utf8').toString('base64url');
}

/** The key that a cursor of a list points at. @throws CodedError CURSOR_MALFORMED */
export function decodeCursor(list: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (text.startsWith(`${list}:`) && encodeCursor(list, text.slice(list.length + 1)) === cursor)
    return text.slice(list.length + 1);
  throw new CodedError('CURSOR_MALFORMED', `Expected a cursor that this connection gave; got ${shown(cursor)}.`, {
    expected: 'an `endCursor` of the same connection',
    received: shown(cursor),
  });
}

/** The number that a cursor of a list points at. @throws CodedError CURSOR_MALFORMED */
export function decodeNumberCursor(list: string, cursor: string | null | undefined): number {
  if (cursor == null) return 0;
  const key = decodeCursor(list, cursor);
  if (/^\d{1,10}$/.test(key) && Number(key) <= MAX_ID) return Number(key);
  throw new CodedError('CURSOR_MALFORMED', `Expected a cursor that this connection gave; got ${shown(cursor)}.`);
}

/** Puts a page together from its entries and what is known of the rest. */
export function connectionOf<T>(
  edges: readonly Edge<T>[],
  rest: { hasNextPage: boolean; hasPreviousPage: boolean; totalCount: number },
): Connection<T> {
  const { hasNextPage, hasPreviousPage, totalCount } = rest;
  const pageInfo = {
    hasNextPage,
    hasPreviousPage,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo, totalCount };
}

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/**
 * A page of a list that is in memory, in the order of a key. What is inserted meanwhile moves no cursor:
 * the page goes on after the key, whether its entry is still there or not.
 * @param list name of the list, which its cursors carry
 * @param compare the order of the list by key
 */
export function pageOf<S, T>(
  list: string,
  all: readonly S[],
  { first, after }: PageArguments,
  {
    keyOf,
    compare,
    toNode,
  }: { keyOf: (entry: S) => string; compare: (a: string, b: string) => number; toNode: (entry: S) => T },
): Connection<T> {
  const size = pageSize(first);
  const from = after == null ? 0 : startAfter(all, decodeCursor(list, after), keyOf, compare);
  const edges = all
    .slice(from, from + size)
    .map((entry) => ({ cursor: encodeCursor(list, keyOf(entry)), node: toNode(entry) }));
  return connectionOf(edges, {
    hasNextPage: from + size < all.length,
    hasPreviousPage: from > 0,
    totalCount: all.length,
  });
}

function startAfter<S>(
  all: readonly S[],
  key: string,
  keyOf: (entry: S) => string,
  compare: (a: string, b: string) => number,
): number {
  const at = all.findIndex((entry) => compare(keyOf(entry), key) > 0);
  return at < 0 ? all.length : at;
}
