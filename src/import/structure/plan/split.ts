import { formatDay, NO_END } from '../../../periods/day.ts';
import { isCell } from '../../../tree/kind.ts';
import { distribute } from '../distribute.ts';
import type { SplitOperation, SplitPart } from '../operation.ts';
import { contradictory, kindNotAllowed, notOpen, some, withoutParent } from '../refusals.ts';
import type { Place, Plan, Scene, SceneUnit, Transfer } from '../scene.ts';
import { checkNew, childrenFrom, ended, opened, openOn, rehung, stepsOfHeir } from '../scene.ts';

/** Splits a unit into new ones; it goes on itself where it is among the parts. */
export function planSplit(scene: Scene, operation: SplitOperation): Plan {
  const { code, into, on } = operation;
  const { unit, place } = openOn(scene, code, on);
  const parts = into.filter((part) => part.code !== code);
  const goesOn = parts.length < into.length;
  if (parts.length === 0 || into.length < 2) throw contradictory(`Expected at least two parts of ${code}.`);
  if (new Set(into.map((part) => part.code)).size < into.length) throw contradictory('Expected each part once.');
  const made = parts.map((part) => newPart(scene, unit, place, part, on));
  const isOfCells = isCell(place.kind);
  return {
    units: [
      ...made,
      ...(isOfCells ? [] : childrenShared(scene, operation, goesOn)),
      ...(goesOn ? [] : [ended(unit, on)]),
    ],
    successions: parts.map((part) => ({ from: code, to: part.code, kind: 'SPLIT' })),
    transfers: isOfCells ? membersShared(scene, operation, goesOn) : [],
  };
}

function newPart(scene: Scene, unit: SceneUnit, place: Place, part: SplitPart, on: number): SceneUnit {
  checkNew(scene, part.code);
  const { code, name, kind, parent } = part;
  if (name === undefined) throw contradictory(`Expected a name for the new unit ${code}.`);
  if (kind !== undefined && isCell(kind) !== isCell(place.kind))
    throw kindNotAllowed(`Expected a part of a ${place.kind} to be its like; ${code} would be a ${kind}.`);
  if (unit.closedOn !== NO_END)
    throw notOpen(unit.code, on, `its end on ${formatDay(unit.closedOn)} is on record already`);
  return opened({ code, name, synthetic: unit.synthetic }, stepsOfHeir(unit, on, { kind, parent }));
}

function membersShared(scene: Scene, { code, into, members }: SplitOperation, goesOn: boolean): Transfer[] {
  const parts = new Set(into.map((part) => part.code));
  const transfers = distribute(scene.stays, members, goesOn ? code : undefined);
  const strange = transfers.find(({ to }) => !parts.has(to));
  if (strange) throw contradictory(`Expected members of ${code} to go to its parts; ${strange.to} is none of them.`);
  return transfers;
}

function childrenShared(scene: Scene, { code, into, rest, on }: SplitOperation, goesOn: boolean): SceneUnit[] {
  if (rest !== undefined && !into.some((part) => part.code === rest))
    throw contradictory(`Expected \`rest\` to be a part; got ${rest}.`);
  const children = childrenFrom(scene, code, on);
  const named = new Map(into.flatMap((part) => (part.children ?? []).map((child) => [child, part.code] as const)));
  const strange = [...named.keys()].filter((name) => !children.some((child) => child.code === name));
  if (strange.length > 0) throw contradictory(`Expected units that hang under ${code}; got ${some(strange)}.`);
  const otherwise = rest ?? (goesOn ? code : undefined);
  const left = children.filter((child) => !named.has(child.code));
  if (otherwise === undefined && left.length > 0) {
    throw withoutParent(
      `Expected a part for each unit below ${code}; none is named for ${some(left.map((child) => child.code))}.`,
    );
  }
  return children.flatMap((child) => {
    const to = named.get(child.code) ?? otherwise;
    return to === undefined || to === code ? [] : [rehung(child, code, to, on)];
  });
}
