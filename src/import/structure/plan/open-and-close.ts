import { isCell } from '../../../tree/kind.ts';
import { distribute } from '../distribute.ts';
import type { CloseOperation, OpenOperation } from '../operation.ts';
import { contradictory, some, withoutParent } from '../refusals.ts';
import type { Plan, Scene, Step } from '../scene.ts';
import { checkNew, childrenFrom, ended, opened, openOn } from '../scene.ts';

/** Opens a unit under a parent. */
export function planOpen(scene: Scene, { code, name, kind, parent, on, then = [] }: OpenOperation): Plan {
  checkNew(scene, code);
  openOn(scene, parent, on);
  const steps: Step[] = [{ from: on, parent, kind }];
  for (const { on: from, ...later } of then) {
    const last = steps.at(-1);
    if (!last || from <= last.from) throw contradictory('Expected later places in the order of time.');
    steps.push({ from, parent: later.parent, kind: later.kind ?? last.kind });
  }
  return { units: [opened({ code, name, synthetic: false }, steps)], successions: [], transfers: [] };
}

/** Closes a unit that nothing takes the place of. Members of a cell have to be told where they go; a committee has to be empty. */
export function planClose(scene: Scene, { code, on, members }: CloseOperation): Plan {
  const { unit, place } = openOn(scene, code, on);
  const below = childrenFrom(scene, code, on);
  if (below.length > 0) {
    throw withoutParent(
      `Expected nothing below ${code} from that day on; there is ${some(below.map((child) => child.code))}.`,
    );
  }
  if (!isCell(place.kind) && members !== undefined)
    throw contradictory(`Expected no members to move: ${code} is not a cell.`);
  return {
    units: [ended(unit, on)],
    successions: [{ from: code, to: null, kind: 'DISSOLVED' }],
    transfers: distribute(scene.stays, members),
  };
}
