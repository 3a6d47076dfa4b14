import fc from 'fast-check';
import type { Connection } from '../../src/resolvers/connections/page.ts';
import {
  decodeCursor,
  decodeNumberCursor,
  encodeCursor,
  MAX_PAGE,
  pageOf,
  pageSize,
} from '../../src/resolvers/connections/page.ts';
import { compareCodes } from '../../src/tree/build.ts';

const page = (all: readonly string[], first?: number | null, after?: string | null): Connection<string> =>
  pageOf('letters', all, { first, after }, { keyOf: (each) => each, compare: compareCodes, toNode: (each) => each });
const sorted = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 40 })
  .map((all) => all.sort(compareCodes));
const size = fc.integer({ min: 1, max: 7 });

/** Every page from the first on; `between` may change the list from page to page. */
function walk(
  all: readonly string[],
  first: number,
  between = (list: readonly string[]): readonly string[] => list,
): string[] {
  const met: string[] = [];
  let list = all;
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = page(list, first, after);
    met.push(...nodes);
    if (met.length > 10 * all.length + 100) throw new Error('the pages have no end');
    if (!pageInfo.hasNextPage) return met;
    expect(nodes).toHaveLength(first);
    after = pageInfo.endCursor;
    list = between(list);
  }
}

test('walking the pages gives the whole list, whatever their size', () => {
  fc.assert(fc.property(sorted, size, (all, first) => expect(walk(all, first)).toEqual(all)));
});

test('what is added or taken away meanwhile neither repeats nor hides the others', () => {
  fc.assert(
    fc.property(sorted, size, fc.infiniteStream(fc.string({ minLength: 1, maxLength: 4 })), (all, first, more) => {
      const changed = new Set<string>();
      const met = walk(all, first, (list) => {
        const added = String(more.next().value);
        const gone = list[Math.floor(list.length / 2)] ?? '';
        if (changed.size > 30) return list;
        changed.add(added).add(gone);
        return [...new Set([...list.filter((each) => each !== gone), added])].sort(compareCodes);
      });
      expect(new Set(met).size).toBe(met.length);
      expect(met.filter((each) => !changed.has(each))).toEqual(all.filter((each) => !changed.has(each)));
    }),
  );
});

test('a page says where it stands', () => {
  expect(page(['a', 'b', 'c'], 2)).toEqual({
    edges: [
      { cursor: encodeCursor('letters', 'a'), node: 'a' },
      { cursor: encodeCursor('letters', 'b'), node: 'b' },
    ],
    nodes: ['a', 'b'],
    pageInfo: {
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: encodeCursor('letters', 'a'),
      endCursor: encodeCursor('letters', 'b'),
    },
    totalCount: 3,
  });
  expect(page(['a', 'b', 'c'], 2, encodeCursor('letters', 'b'))).toMatchObject({
    nodes: ['c'],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
  expect(page(['a'], 2, encodeCursor('letters', 'z'))).toMatchObject({
    nodes: [],
    pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
  });
  expect(page([])).toMatchObject({
    nodes: [],
    totalCount: 0,
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  });
});

test.each([
  [null, 100],
  [undefined, 100],
  [1, 1],
  [MAX_PAGE, MAX_PAGE],
])('first: %s takes %d', (first, expected) => {
  expect(pageSize(first)).toBe(expected);
});

test.each([0, -1, 1001])('first: %d is refused', (first) => {
  expect(() => pageSize(first)).toThrow(
    expect.objectContaining({
      code: 'PAGE_SIZE_OUT_OF_RANGE',
      message: `Expected \`first\` from 1 to 1000; got ${first}.`,
    }) as Error,
  );
});

test('a cursor comes back as the key that it was made of, Vietnamese letters too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (key) =>
      expect(decodeCursor('search', encodeCursor('search', key))).toBe(key),
    ),
  );
  expect(decodeCursor('search', encodeCursor('search', 'Quế Sơn'))).toBe('Quế Sơn');
});

test.each([
  '',
  'x',
  'H509',
  '%%%',
  encodeCursor('children', 'H509'),
  `${encodeCursor('search', 'H509')}=`,
  `${encodeCursor('search', 'H509')} `,
])('%j is no cursor of the list', (cursor) => {
  expect(() => decodeCursor('search', cursor)).toThrow(expect.objectContaining({ code: 'CURSOR_MALFORMED' }) as Error);
});

test.each(['-1', '1.5', 'x', '9007199254740993', 'Infinity'])('%s is the number of no row', (key) => {
  expect(() => decodeNumberCursor('rows', encodeCursor('rows', key))).toThrow(
    expect.objectContaining({ code: 'CURSOR_MALFORMED' }) as Error,
  );
  expect(decodeNumberCursor('rows', encodeCursor('rows', 7))).toBe(7);
  expect(decodeNumberCursor('rows', null)).toBe(0);
});
