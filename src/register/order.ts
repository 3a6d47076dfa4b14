import { isCell } from '../tree/kind.ts';
import type { Tree } from '../tree/tree.ts';
import type { Unit } from '../tree/unit.ts';

/**
 * The position of each cell in memory: in the order in which a walk over the tree meets the cells, each
 * at the place where it hung last. Units that were, are few intervals of positions, too, since a reform
 * gathers whole neighbourhoods.
 */
export class CellOrder {
  private constructor(
    /** Organisation ids by position. */
    readonly ids: readonly number[],
    private readonly positions: ReadonlyMap<number, number>,
  ) {}

  static of(tree: Tree): CellOrder {
    return CellOrder.ofIds(walk(tree));
  }

  private static ofIds(ids: readonly number[]): CellOrder {
    return new CellOrder(ids, new Map(ids.map((id, position) => [id, position])));
  }

  /** The same positions, and further ones for cells of the tree that have none yet. */
  extendedTo(tree: Tree): CellOrder {
    const added = walk(tree).filter((id) => !this.positions.has(id));
    return added.length === 0 ? this : CellOrder.ofIds([...this.ids, ...added]);
  }

  positionOf(organizationId: number): number | undefined {
    return this.positions.get(organizationId);
  }
}

/** Each unit is met once: at its last placement. Nothing hangs below a cell. */
function walk(tree: Tree): number[] {
  const ids: number[] = [];
  const visit = (unit: Unit): void => {
    for (const placement of unit.below) {
      const below = tree.unit(placement.child);
      if (below.placements.at(-1) !== placement) continue;
      if (isCell(placement.kind)) ids.push(below.id);
      else visit(below);
    }
  };
  visit(tree.root);
  return ids;
}
