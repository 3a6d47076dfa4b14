import type { Day } from '../periods/day.ts';
import type { Tree } from '../tree/tree.ts';
import type { Unit } from '../tree/unit.ts';

/** Ids of a unit and of everything below it today; of one that has ended, of what was below it on its last day. */
export function withAllBelow(tree: Tree, unit: Unit, today: Day): number[] {
  const below = tree.descendOn(
    unit,
    tree.lastOpenDay(unit, today),
    () => true,
    () => true,
  );
  return [unit.id, ...[...below].map(({ child }) => tree.unit(child).id)];
}
