import type { PlacementRow, SuccessionRow, UnitRow } from './build.ts';
import { compareCodes, linkUp, placementOf, toUnit } from './build.ts';
import { Tree } from './tree.ts';
import type { Placement, Unit } from './unit.ts';

/** Everything that is stored of some units now. */
export interface Changes {
  /** Ids of the units that changed. */
  readonly ids: ReadonlySet<number>;
  readonly units: readonly UnitRow[];
  readonly placements: readonly PlacementRow[];
  /** All successions, where any of them changed. */
  readonly successions: readonly SuccessionRow[] | undefined;
}

/**
 * The tree with some of its units as they are stored now; all others are shared with the tree as it was. Units that
 * came stand after all others.
 * @returns undefined where the changes alone do not tell: a unit that is no more, or one that hangs under one unheard of
 */
export function patchTree(tree: Tree, { ids, units: rows, placements, successions }: Changes): Tree | undefined {
  if (rows.length < ids.size) return undefined;
  const units = [...tree.units];
  const { indexById, indexByCode } = tree.indexes;
  for (const row of rows) {
    // What was added for a tree that did not come about is added anew.
    const known = tree.units[indexById.get(row.id) ?? -1]?.index;
    if (known !== undefined && tree.unit(known).code !== row.code) return undefined;
    const index = known ?? units.length;
    units[index] = toUnit(row, index);
    indexById.set(row.id, index);
    indexByCode.set(row.code, index);
  }
  const hung = placements.map((row) => placementOf(row, indexById));
  if (!hung.every((placement) => placement !== undefined)) return undefined;
  hangAnew(tree, units, new Set(rows.map(({ id }) => indexById.get(id) as number)), hung);
  return new Tree(
    units,
    indexByCode,
    indexById,
    successions === undefined ? tree.indexes.links : linkUp(indexById, successions),
  );
}

function hangAnew(tree: Tree, units: Unit[], changed: ReadonlySet<number>, placements: readonly Placement[]): void {
  const own = Map.groupBy(placements, ({ child }) => child);
  const above = Map.groupBy(placements, ({ parent }) => parent);
  const touched = new Set([...above.keys()].filter((index) => index >= 0));
  for (const index of changed) {
    const before = tree.units[index];
    for (const { parent } of before?.placements ?? []) if (parent >= 0) touched.add(parent);
    const sorted = (own.get(index) ?? []).sort((a, b) => a.from - b.from);
    units[index] = { ...(units[index] as Unit), placements: sorted, below: before?.below ?? [] };
  }
  for (const index of touched) {
    const unit = units[index] as Unit;
    const stayed = unit.below.filter(({ child }) => !changed.has(child));
    const below = [...stayed, ...(above.get(index) ?? [])].sort((a, b) =>
      a.child === b.child ? a.from - b.from : compareCodes(codeOf(units, a), codeOf(units, b)),
    );
    units[index] = { ...unit, below };
  }
}

function codeOf(units: readonly Unit[], { child }: Placement): string {
  return (units[child] as Unit).code;
}
