import { CodedError } from '../../../errors/coded-error.ts';
import { formatDay } from '../../../periods/day.ts';
import { isCell } from '../../../tree/kind.ts';
import type { MoveOperation, RenameOperation } from '../operation.ts';
import { contradictory, kindNotAllowed } from '../refusals.ts';
import type { Plan, Scene } from '../scene.ts';
import { openOn } from '../scene.ts';

/** Hangs a unit under another parent, up to the next move that is on record. */
export function planMove(scene: Scene, { code, parent, kind, on }: MoveOperation): Plan {
  const { unit, place } = openOn(scene, code, on);
  openOn(scene, parent, on);
  const next = { ...place, id: undefined, parent, kind: kind ?? place.kind, from: on };
  if (next.parent === place.parent && next.kind === place.kind)
    throw contradictory(`Expected a new place for ${code}; it hangs there already.`);
  if (place.from === on) {
    throw new CodedError(
      'TWO_PARENTS_REFUSED',
      `Expected ${code} to have one parent a day; from ${formatDay(on)} on it hangs under ${place.parent ?? 'nothing'} by another decision.`,
    );
  }
  if (isCell(next.kind) !== isCell(place.kind)) {
    throw kindNotAllowed(
      `Expected ${code} to stay what it is; a ${place.kind} becomes a ${next.kind} by conversion alone.`,
    );
  }
  const places = unit.places.flatMap((each) => (each === place ? [{ ...place, to: on }, next] : [each]));
  return { units: [{ ...unit, places }], successions: [], transfers: [] };
}

/** Gives a unit another name. A name of later date, which is on record, stays. */
export function planRename(scene: Scene, { code, name, on }: RenameOperation): Plan {
  const { unit } = openOn(scene, code, on);
  if (unit.name === name) throw contradictory(`Expected a new name for ${code}; it is called that already.`);
  return { units: [scene.renamedLater.has(code) ? unit : { ...unit, name }], successions: [], transfers: [] };
}
