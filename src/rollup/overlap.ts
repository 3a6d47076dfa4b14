import type { Day } from '../periods/day.ts';
import type { Tree } from '../tree/tree.ts';
import type { Unit } from '../tree/unit.ts';
import type { Window } from './window.ts';

/** Two units of which one lay below the other, or that are the same. */
export interface OverlappingUnits {
  readonly above: Unit;
  readonly below: Unit;
}

/**
 * The first two units of a list whose figures would count something twice.
 * @param treeOn the day whose tree counts; any day of the window where absent
 */
export function findOverlap(
  tree: Tree,
  units: readonly Unit[],
  window: Window,
  treeOn?: Day,
): OverlappingUnits | undefined {
  const wanted = new Map<number, Unit>();
  for (const unit of units) {
    const same = wanted.get(unit.index);
    if (same) return { above: same, below: unit };
    wanted.set(unit.index, unit);
  }
  const over = treeOn === undefined ? window : { from: treeOn, to: treeOn + 1 };
  for (const unit of units) {
    for (const index of ancestorsDuring(tree, unit, over)) {
      const above = wanted.get(index);
      if (above) return { above, below: unit };
    }
  }
  return undefined;
}

/** Everything that a unit lay below on any day of a window. */
function ancestorsDuring(tree: Tree, unit: Unit, { from, to }: Window, found: Set<number> = new Set()): Set<number> {
  for (const placement of unit.placements) {
    if (placement.parent < 0 || placement.from >= to || from >= placement.to) continue;
    found.add(placement.parent);
    ancestorsDuring(
      tree,
      tree.unit(placement.parent),
      { from: Math.max(from, placement.from), to: Math.min(to, placement.to) },
      found,
    );
  }
  return found;
}
