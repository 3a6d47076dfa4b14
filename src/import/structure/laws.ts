import { CodedError } from '../../errors/coded-error.ts';
import type { Day } from '../../periods/day.ts';
import { formatDay, NO_END } from '../../periods/day.ts';
import { isCell } from '../../tree/kind.ts';
import { mayHang } from './kinds.ts';
import { kindNotAllowed, withoutCell, withoutParent } from './refusals.ts';
import type { Place, Plan, Scene, SceneUnit } from './scene.ts';
import { unitOf } from './scene.ts';

/**
 * What must hold after an operation, from its day on; what was before is not touched by it.
 * @throws CodedError CIRCLE_REFUSED, TWO_PARENTS_REFUSED, PARENT_NOT_OPEN, KIND_NOT_ALLOWED,
 *   CHILDREN_WITHOUT_PARENT, MEMBERS_WITHOUT_CELL
 */
export function checkLaws(before: Scene, plan: Plan, on: Day): void {
  const after: Scene = {
    ...before,
    units: new Map([...before.units, ...plan.units.map((unit) => [unit.code, unit] as const)]),
  };
  const changed = new Set(plan.units.map(({ code }) => code));
  for (const unit of plan.units) checkOnePlaceADay(unit);
  for (const unit of after.units.values()) {
    for (const place of unit.places) {
      if (place.to <= on || place.parent === null) continue;
      if (changed.has(unit.code) || changed.has(place.parent))
        checkPlace(after, unit, place, place.parent, on, changed);
    }
  }
  for (const { stay, to } of plan.transfers) checkStay(unitOf(after, to), Math.max(stay.from, on), stay.to);
  checkStaysLeft(after, plan, changed, on);
}

function checkOnePlaceADay({ code, places }: SceneUnit): void {
  places.forEach((place, at) => {
    const next = places[at + 1];
    if (!next || place.to <= next.from) return;
    throw new CodedError(
      'TWO_PARENTS_REFUSED',
      `Expected ${code} to have one parent a day; on ${formatDay(next.from)} it would have two.`,
    );
  });
}

function checkPlace(
  after: Scene,
  unit: SceneUnit,
  place: Place,
  parent: string,
  on: Day,
  changed: ReadonlySet<string>,
): void {
  const above = unitOf(after, parent);
  const from = Math.max(place.from, on);
  if (changed.has(unit.code)) checkNoCircle(after, [unit.code], parent, from, place.to);
  const gap = firstGap(above.places, from, place.to);
  if (gap !== undefined && !changed.has(unit.code)) {
    throw withoutParent(
      `Expected ${parent} to stay open for what hangs under it; ${unit.code} would hang under nothing from ${formatDay(gap)} on.`,
    );
  }
  if (gap !== undefined) {
    throw new CodedError(
      'PARENT_NOT_OPEN',
      `Expected ${parent} to be open as long as ${unit.code} hangs under it; it is not on ${formatDay(gap)}.`,
    );
  }
  for (const { kind } of overlapping(above.places, from, place.to)) {
    if (!mayHang(place.kind, kind))
      throw kindNotAllowed(`Expected a kind that may hang under a ${kind}; ${unit.code} is a ${place.kind}.`);
  }
}

/**
 * Upwards over the days on which all of the way holds.
 * @param way the units met so far, from below
 */
function checkNoCircle(after: Scene, way: readonly string[], at: string, from: Day, to: Day): void {
  if (way.includes(at)) {
    throw new CodedError(
      'CIRCLE_REFUSED',
      `Expected ${at} to hang under something that is not below it; from ${formatDay(from)} on it would stand above itself.`,
    );
  }
  for (const above of overlapping(after.units.get(at)?.places ?? [], from, to)) {
    if (above.parent !== null)
      checkNoCircle(after, [...way, at], above.parent, Math.max(from, above.from), Math.min(to, above.to));
  }
}

/** Somebody whom nobody told where to go. */
function checkStaysLeft(after: Scene, { transfers }: Plan, changed: ReadonlySet<string>, on: Day): void {
  const told = new Set(transfers.map(({ stay }) => stay.id));
  for (const stay of after.stays) {
    if (told.has(stay.id) || !changed.has(stay.cell)) continue;
    checkStay(unitOf(after, stay.cell), Math.max(stay.from, on), stay.to);
  }
}

function checkStay(cell: SceneUnit, from: Day, to: Day): void {
  const gap = firstGap(
    cell.places.filter(({ kind }) => isCell(kind)),
    from,
    to,
  );
  if (gap === undefined) return;
  throw withoutCell(`Expected a cell for every member on every day; ${cell.code} is none on ${formatDay(gap)}.`);
}

function overlapping(places: readonly Place[], from: Day, to: Day): Place[] {
  return places.filter((place) => place.from < to && from < place.to);
}

/** The first day of a span that no place covers. */
function firstGap(places: readonly Place[], from: Day, to: Day): Day | undefined {
  let at = from;
  for (const place of places) {
    if (place.from > at) break;
    if (place.to > at) at = place.to;
    if (at >= to || at === NO_END) return undefined;
  }
  return at < to ? at : undefined;
}
