import fc from 'fast-check';
import type { Day } from '../../src/periods/day.ts';
import { formatDay, NO_END, NO_START } from '../../src/periods/day.ts';
import type { PlacementRow, UnitRow } from '../../src/tree/build.ts';
import { buildTree } from '../../src/tree/build.ts';
import { isCell, isGrassroots, ORGANIZATION_KINDS } from '../../src/tree/kind.ts';
import type { Tree } from '../../src/tree/tree.ts';
import type { Line } from './small-tree.ts';
import { day, treeOf, unitOf } from './small-tree.ts';

/** The reform of 1 July 2025 in small: the district ends, a commune takes its cell, a province lives on. */
const LINES: readonly Line[] = [
  ['VN', 'NATION', null],
  ['T1', 'PROVINCE', 'VN'],
  ['H1', 'DISTRICT', 'T1', null, '2025-07-01'],
  ['X1', 'GRASSROOTS_COMMITTEE', 'H1', null, '2025-07-01'],
  ['X1-C1', 'CELL', 'X1', null, '2025-07-01'],
  ['X1-C1', 'GRASSROOTS_CELL', '2025-X1', '2025-07-01'],
  ['X1-C2', 'CELL', 'X1', null, '2024-01-01'],
  ['2025-X1', 'COMMUNE', 'T1', '2025-07-01'],
];
const tree = treeOf(LINES, [
  ['X1', '2025-X1', 'MERGED', '2025-07-01'],
  ['X1-C2', null, 'DISSOLVED', '2024-01-01'],
]);
const unit = (code: string): ReturnType<typeof unitOf> => unitOf(tree, code);
const codes = (units: readonly { code: string }[]): string[] => units.map(({ code }) => code);
const below = (code: string, on: string): string[] =>
  tree.childrenOn(unit(code), day(on)).map(({ child, kind }) => `${tree.unit(child).code} ${kind}`);

test('the nation is the root, the others stand in the order of their codes', () => {
  expect(codes(tree.units)).toEqual(['VN', '2025-X1', 'H1', 'T1', 'X1', 'X1-C1', 'X1-C2']);
  expect(tree.root.code).toBe('VN');
});

test.each([
  ['2023-12-31', 'X1', ['H1', 'T1', 'VN'], 'CELL'],
  ['2025-06-30', 'X1', ['H1', 'T1', 'VN'], 'CELL'],
  ['2025-07-01', '2025-X1', ['T1', 'VN'], 'GRASSROOTS_CELL'],
])('on %s the cell hangs under %s', (on, parent, above, kind) => {
  const cell = unit('X1-C1');
  expect(tree.parentOn(cell, day(on))?.code).toBe(parent);
  expect(codes(tree.ancestorsOn(cell, day(on)))).toEqual([parent, ...above]);
  expect(tree.kindOn(cell, day(on))).toBe(kind);
});

test.each([
  ['T1', '2025-06-30', ['H1 DISTRICT']],
  ['T1', '2025-07-01', ['2025-X1 COMMUNE']],
  ['X1', '2023-12-31', ['X1-C1 CELL', 'X1-C2 CELL']],
  ['X1', '2024-01-01', ['X1-C1 CELL']],
  ['X1', '2025-07-01', []],
  ['2025-X1', '2025-06-30', []],
])('under %s on %s hang %j', (code, on, expected) => {
  expect(below(code, on)).toEqual(expected);
});

test('a closed unit keeps its code and its kind, and hangs nowhere', () => {
  const district = unit('H1');
  expect(tree.placementOn(district, day('2025-07-01'))).toBeUndefined();
  expect(tree.kindOn(district, day('2030-01-01'))).toBe('DISTRICT');
  expect(tree.isOpenOn(district, day('2025-06-30'))).toBe(true);
  expect(tree.isOpenOn(district, day('2025-07-01'))).toBe(false);
  expect(formatDay(tree.lastOpenDay(district, day('2030-01-01')))).toBe('2025-06-30');
  expect(tree.kindOn(unit('2025-X1'), day('2020-01-01'))).toBe('COMMUNE');
});

test('of a span every unit is named once that hung there on any day of it', () => {
  const during = tree.childrenDuring(unit('X1'), day('2023-06-01'), day('2024-06-01'));
  expect(during.map(({ child }) => tree.unit(child).code)).toEqual(['X1-C1', 'X1-C2']);
  expect(tree.childrenDuring(unit('T1'), day('2025-01-01'), day('2026-01-01'))).toHaveLength(2);
});

test('successions are known from both sides', () => {
  const [link] = tree.successorsOf(unit('X1'));
  expect(link).toEqual({ from: unit('X1').index, to: unit('2025-X1').index, kind: 'MERGED', on: day('2025-07-01') });
  expect(tree.predecessorsOf(unit('2025-X1'))).toEqual([link]);
  expect(tree.successorsOf(unit('X1-C2'))).toMatchObject([{ to: -1, kind: 'DISSOLVED' }]);
  expect(tree.predecessorsOf(unit('T1'))).toEqual([]);
});

test('an unknown code or id is nothing, an index that is none is a mistake', () => {
  expect(tree.byCode('t1')).toBeUndefined();
  expect(tree.byCode('__proto__')).toBeUndefined();
  expect(tree.byId(99)).toBeUndefined();
  expect(tree.byId(unit('H1').id)).toBe(unit('H1'));
  expect(() => tree.unit(99)).toThrow(RangeError);
});

test('cells have members, grassroots organisations are committees or cells', () => {
  expect(ORGANIZATION_KINDS.filter(isCell)).toEqual(['GRASSROOTS_CELL', 'CELL']);
  expect(ORGANIZATION_KINDS.filter(isGrassroots)).toEqual(['GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL']);
});

/** Any tree: each unit hangs under units before it, in one place on any day, and now and then in none. */
const anyTree: fc.Arbitrary<Tree> = fc
  .array(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 }), fc.boolean()), { minLength: 1, maxLength: 4 }), {
    maxLength: 25,
  })
  .map((moves) => {
    const units: UnitRow[] = [{ id: 1, code: 'VN', name: 'VN', openedOn: null, closedOn: null, synthetic: false }];
    const placements: PlacementRow[] = [{ organizationId: 1, parentId: null, kind: 'NATION', from: null, to: null }];
    moves.forEach((places, at) => {
      const id = at + 2;
      let from = 0;
      for (const [parent, length, gap] of places) {
        if (!gap)
          placements.push({
            organizationId: id,
            parentId: (parent % (id - 1)) + 1,
            kind: 'CELL',
            from,
            to: from + length,
          });
        from += length;
      }
      units.push({ id, code: `U${id}`, name: `U${id}`, openedOn: 0, closedOn: from, synthetic: false });
    });
    return buildTree(units, placements, []);
  });
const aDay: fc.Arbitrary<Day> = fc.integer({ min: -1, max: 130 });

test('parents and children agree on any day, and every way up ends at the nation or where a unit hangs nowhere', () => {
  fc.assert(
    fc.property(anyTree, aDay, (any, on) => {
      for (const each of any.units) {
        const parent = any.parentOn(each, on);
        const holders = any.units.filter((other) =>
          any.childrenOn(other, on).some(({ child }) => child === each.index),
        );
        expect(holders).toEqual(parent ? [parent] : []);
        const above = any.ancestorsOn(each, on);
        expect(new Set(above).size).toBe(above.length);
        expect(above[0]).toBe(parent);
        const top = above.at(-1) ?? each;
        expect(top === any.root || any.placementOn(top, on) === undefined).toBe(true);
      }
    }),
  );
});

test('what is met on the way down from the nation is what has the nation above it, each once', () => {
  fc.assert(
    fc.property(anyTree, aDay, (any, on) => {
      const all = (): boolean => true;
      const met = [...any.descendOn(any.root, on, all, all)].map(({ child }) => child);
      const under = any.units.filter((each) => any.ancestorsOn(each, on).includes(any.root)).map(({ index }) => index);
      expect([...met].sort((a, b) => a - b)).toEqual(under);
    }),
  );
});

test('children during a span are those of its days together', () => {
  fc.assert(
    fc.property(anyTree, aDay, fc.integer({ min: 1, max: 40 }), (any, from, length) => {
      for (const each of any.units) {
        const during = any.childrenDuring(each, from, from + length).map(({ child }) => child);
        const daily = Array.from({ length }, (_, at) =>
          any.childrenOn(each, from + at).map(({ child }) => child),
        ).flat();
        expect(new Set(during)).toEqual(new Set(daily));
        expect(during).toHaveLength(new Set(daily).size);
      }
    }),
  );
});

test('days that are not known are before and after all others', () => {
  expect(unit('T1')).toMatchObject({ openedOn: NO_START, closedOn: NO_END });
  expect(tree.isOpenOn(unit('T1'), day('1000-01-01'))).toBe(true);
});
