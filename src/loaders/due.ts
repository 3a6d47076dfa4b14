import type { Day } from '../periods/day.ts';
import { NO_END } from '../periods/day.ts';
import type { Tree } from '../tree/tree.ts';
import type { Unit } from '../tree/unit.ts';

/** Ids from a unit up, on the last day of a half-open span: whom a due date may be for. */
export function upwards(tree: Tree, unit: Unit, to: Day = NO_END): number[] {
  return [unit, ...tree.ancestorsOn(unit, tree.lastOpenDay(unit, to - 1))].map(({ id }) => id);
}
