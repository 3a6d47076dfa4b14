import { isCell } from '../../../tree/kind.ts';
import { distribute } from '../distribute.ts';
import { mayConvert } from '../kinds.ts';
import type { ConvertOperation } from '../operation.ts';
import { contradictory, kindNotAllowed } from '../refusals.ts';
import type { Plan, PlannedSuccession, Scene, SceneUnit } from '../scene.ts';
import { checkNew, childrenFrom, ended, opened, openOn, placeOn, stepsOfHeir } from '../scene.ts';

/**
 * Turns a cell into a committee with cells of its own, or a committee into a cell: a new unit with a new
 * code takes its place, and its members go into the new cells.
 */
export function planConvert(scene: Scene, operation: ConvertOperation): Plan {
  const { code, into, on } = operation;
  const { unit, place } = openOn(scene, code, on);
  const { kind, name, parent } = into;
  if (kind === undefined || name === undefined)
    throw contradictory(`Expected the kind and the name of the new unit ${into.code}.`);
  if (!mayConvert(place.kind, kind))
    throw kindNotAllowed(`Expected a cell to become a committee of cells, or back; got ${place.kind} to ${kind}.`);
  checkNew(scene, into.code);
  const heir = opened({ code: into.code, name, synthetic: unit.synthetic }, stepsOfHeir(unit, on, { parent, kind }));
  const converted: PlannedSuccession = { from: code, to: into.code, kind: 'CONVERTED' };
  return isCell(kind)
    ? toCell(scene, operation, unit, heir, converted)
    : toCommittee(scene, operation, unit, heir, converted);
}

function toCommittee(
  scene: Scene,
  { cells = [], members, on }: ConvertOperation,
  unit: SceneUnit,
  heir: SceneUnit,
  converted: PlannedSuccession,
): Plan {
  for (const cell of cells) checkNew(scene, cell.code);
  const made = cells.map((cell) =>
    opened({ ...cell, synthetic: unit.synthetic }, [{ from: on, parent: heir.code, kind: 'CELL' }]),
  );
  return {
    units: [heir, ...made, ended(unit, on)],
    successions: [converted],
    transfers: distribute(scene.stays, members),
  };
}

function toCell(
  scene: Scene,
  { cells = [], members, on }: ConvertOperation,
  unit: SceneUnit,
  heir: SceneUnit,
  converted: PlannedSuccession,
): Plan {
  if (cells.length > 0) throw contradictory('Expected no cells below a cell.');
  const below = descendantsFrom(scene, unit.code, on);
  const successions = below.map((each): PlannedSuccession => {
    const wasCell = isCell(placeOn(each, on - 1)?.kind ?? 'CELL');
    return wasCell
      ? { from: each.code, to: heir.code, kind: 'MERGED' }
      : { from: each.code, to: null, kind: 'DISSOLVED' };
  });
  return {
    units: [heir, ...below.map((each) => ended(each, on)), ended(unit, on)],
    successions: [converted, ...successions],
    transfers: distribute(scene.stays, members, heir.code),
  };
}

function descendantsFrom(scene: Scene, code: string, on: number): SceneUnit[] {
  const found = childrenFrom(scene, code, on).flatMap((child) => [...descendantsFrom(scene, child.code, on), child]);
  return [...new Set(found)];
}
