import type { Day } from '../periods/day.ts';
import type { Tree } from '../tree/tree.ts';
import type { Unit } from '../tree/unit.ts';
import type { Viewer } from './viewer.ts';

/** Whether a viewer may see a member, by the cell that the member is in today; null for one who is in none. */
export type Scope = (cellId: number | null) => boolean;

const everyone: Scope = () => true;
const nobody: Scope = () => false;

/** What a viewer sees of the members, by the tree in memory. */
export function scopeOf({ role, unit }: Viewer, tree: Tree, today: Day): Scope {
  if (role === 'ADMINISTRATOR') return everyone;
  const own = role === 'OFFICER' && unit !== null ? tree.byCode(unit) : undefined;
  return own ? subtreeOf(own, tree, today) : nobody;
}

/** The unit and all below it today; of a unit that has ended, what was below it on its last day. */
function subtreeOf(unit: Unit, tree: Tree, today: Day): Scope {
  const day = tree.lastOpenDay(unit, today);
  const known = new Map<number, boolean>();
  return (cellId) => {
    if (cellId === null) return false;
    let within = known.get(cellId);
    if (within === undefined) {
      const cell = tree.byId(cellId);
      within = cell !== undefined && (cell === unit || tree.ancestorsOn(cell, day).includes(unit));
      known.set(cellId, within);
    }
    return within;
  };
}
