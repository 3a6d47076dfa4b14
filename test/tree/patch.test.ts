import fc from 'fast-check';
import type { PlacementRow, SuccessionRow, UnitRow } from '../../src/tree/build.ts';
import { buildTree } from '../../src/tree/build.ts';
import { patchTree } from '../../src/tree/patch.ts';
import type { Tree } from '../../src/tree/tree.ts';
import type { Placement } from '../../src/tree/unit.ts';

/** A tree that is patched is the tree that is built anew, however often and whatever changed. */
interface Rows {
  readonly units: readonly UnitRow[];
  readonly placements: readonly PlacementRow[];
  readonly successions: readonly SuccessionRow[];
}

const NATION: UnitRow = { id: 1, code: 'VN', name: 'VN', openedOn: null, closedOn: null, synthetic: false };
const START: Rows = {
  units: [NATION],
  placements: [{ organizationId: 1, parentId: null, kind: 'NATION', from: null, to: null }],
  successions: [],
};

/** What happens to one unit: it comes, is renamed, or hangs elsewhere from some day on. */
interface Step {
  readonly id: number;
  readonly parent: number;
  readonly day: number;
  readonly name: string;
  readonly succeeds: boolean;
}

const steps: fc.Arbitrary<Step[][]> = fc.array(
  fc.array(
    fc.record({
      id: fc.integer({ min: 2, max: 9 }),
      parent: fc.integer({ min: 1, max: 9 }),
      day: fc.integer({ min: 1, max: 50 }),
      name: fc.constantFrom('a', 'b'),
      succeeds: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  { maxLength: 8 },
);

/** Codes do not follow ids: a new unit may stand before all others. */
const codeOf = (id: number): string => `U${(id * 7) % 11}`;

function changed(rows: Rows, { id, parent, day, name, succeeds }: Step): Rows {
  if (parent === id || !rows.units.some((unit) => unit.id === parent)) return rows;
  const unit: UnitRow = { id, code: codeOf(id), name, openedOn: 0, closedOn: null, synthetic: true };
  const before = rows.placements.filter(({ organizationId, from }) => organizationId === id && (from ?? 0) < day);
  const last = before.at(-1);
  const closed = last ? [...before.slice(0, -1), { ...last, to: day }] : [];
  const others = rows.placements.filter(({ organizationId }) => organizationId !== id);
  return {
    units: [...rows.units.filter((each) => each.id !== id), unit],
    placements: [...others, ...closed, { organizationId: id, parentId: parent, kind: 'CELL', from: day, to: null }],
    successions: succeeds
      ? [...rows.successions, { fromId: id, toId: parent, kind: 'MERGED', on: day }]
      : rows.successions,
  };
}

/** All that a tree tells, by codes. */
function told(tree: Tree): unknown {
  const placed = ({ child, parent, kind, from, to }: Placement): unknown[] => [
    tree.unit(child).code,
    parent < 0 ? null : tree.unit(parent).code,
    ...[kind, from, to],
  ];
  const units = tree.units.map((unit) => ({
    code: unit.code,
    name: unit.name,
    placements: unit.placements.map(placed),
    below: unit.below.map(placed),
    isOneAndTheSame: unit.below.every((placement) => tree.unit(placement.child).placements.includes(placement)),
    found: [tree.byCode(unit.code) === unit, tree.byId(unit.id) === unit, tree.unit(unit.index) === unit],
    successors: tree.successorsOf(unit).map(({ to, on }) => [to < 0 ? null : tree.unit(to).code, on]),
    predecessors: tree.predecessorsOf(unit).map(({ from, on }) => [tree.unit(from).code, on]),
  }));
  return units.sort((a, b) => (a.code < b.code ? -1 : 1));
}

const build = ({ units, placements, successions }: Rows): Tree => buildTree(units, placements, successions);

function patched(tree: Tree, { units, placements, successions }: Rows, changes: readonly Step[]): Tree | undefined {
  const ids = new Set(changes.map(({ id }) => id).filter((id) => units.some((unit) => unit.id === id)));
  return patchTree(tree, {
    ids,
    units: units.filter(({ id }) => ids.has(id)),
    placements: placements.filter(({ organizationId }) => ids.has(organizationId)),
    successions,
  });
}

test('a patched tree is the one that is built anew, and the one before stays what it was', () => {
  fc.assert(
    fc.property(steps, (turns) => {
      let rows = START;
      let tree = build(rows);
      for (const turn of turns) {
        const before = told(tree);
        const rowsNow = turn.reduce(changed, rows);
        // A patch that came to nothing does no harm to the next.
        patched(tree, rowsNow, [...turn].reverse());
        const next = patched(tree, rowsNow, turn);
        expect(told(next as Tree)).toEqual(told(build(rowsNow)));
        expect(told(tree)).toEqual(before);
        [rows, tree] = [rowsNow, next as Tree];
      }
    }),
  );
});

test('a unit that is no more, or that hangs under one unheard of, asks for the whole tree', () => {
  const tree = build(START);
  const gone = { ids: new Set([2]), units: [], placements: [], successions: undefined };
  expect(patchTree(tree, gone)).toBeUndefined();
  const unit: UnitRow = { ...NATION, id: 2, code: 'U2' };
  const astray: PlacementRow = { organizationId: 2, parentId: 99, kind: 'CELL', from: 0, to: null };
  expect(patchTree(tree, { ...gone, units: [unit], placements: [astray] })).toBeUndefined();
});
