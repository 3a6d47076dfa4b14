import type { Day } from '../../periods/day.ts';
import { formatDay, NO_END, NO_START } from '../../periods/day.ts';
import type { OrganizationKind } from '../../tree/kind.ts';
import type { SuccessionKind } from '../../tree/unit.ts';
import { codeTaken, notOpen, organizationUnknown } from './refusals.ts';

/** Where a unit hangs, and as what, from one day up to another. */
export interface Place {
  /** Of the row; undefined while it is not written. */
  readonly id: number | undefined;
  /** Code of the unit above; null for the nation. */
  readonly parent: string | null;
  readonly kind: OrganizationKind;
  readonly from: Day;
  readonly to: Day;
}

export interface SceneUnit {
  /** Undefined while it is not written. */
  readonly id: number | undefined;
  readonly code: string;
  readonly name: string;
  readonly openedOn: Day;
  readonly closedOn: Day;
  readonly synthetic: boolean;
  /** In the order of time. */
  readonly places: readonly Place[];
}

/** A member in a cell, from one day up to another. */
export interface Stay {
  readonly id: number;
  readonly member: number;
  readonly cell: string;
  readonly from: Day;
  readonly to: Day;
}

/** What an operation is about: the units named, what is around them, and the stays that it may cut. */
export interface Scene {
  readonly units: ReadonlyMap<string, SceneUnit>;
  /** Stays of the cells that may end, those over before the operation's day left out. */
  readonly stays: readonly Stay[];
  /** Units that took a name of later date. */
  readonly renamedLater: ReadonlySet<string>;
}

export interface PlannedSuccession {
  readonly from: string;
  readonly to: string | null;
  readonly kind: SuccessionKind;
}

/** From the operation's day on, a stay goes on in another cell. */
export interface Transfer {
  readonly stay: Stay;
  readonly to: string;
}

/** What an operation does. */
export interface Plan {
  /** Units as they are after it: those that it makes or changes. */
  readonly units: readonly SceneUnit[];
  readonly successions: readonly PlannedSuccession[];
  readonly transfers: readonly Transfer[];
}

/** @throws CodedError ORGANIZATION_UNKNOWN */
export function unitOf(scene: Scene, code: string): SceneUnit {
  const unit = scene.units.get(code);
  if (!unit) throw organizationUnknown(code);
  return unit;
}

/** @throws CodedError ORGANIZATION_CODE_TAKEN */
export function checkNew(scene: Scene, code: string): void {
  if (scene.units.has(code)) throw codeTaken(code);
}

export function placeOn(unit: SceneUnit, day: Day): Place | undefined {
  return unit.places.find((place) => place.from <= day && day < place.to);
}

/**
 * A unit that is open on a day, and its place then.
 * @throws CodedError ORGANIZATION_UNKNOWN, ORGANIZATION_NOT_OPEN
 */
export function openOn(scene: Scene, code: string, on: Day): { unit: SceneUnit; place: Place } {
  const unit = unitOf(scene, code);
  const place = placeOn(unit, on);
  if (!place) {
    const first = unit.places[0];
    const why = !first || first.from > on ? 'it was not there yet' : `it had ended by then`;
    throw notOpen(code, on, why);
  }
  return { unit, place };
}

/** Units that hang directly under one on any day from a day on. */
export function childrenFrom(scene: Scene, code: string, on: Day): SceneUnit[] {
  return [...scene.units.values()].filter(({ places }) => places.some(({ parent, to }) => parent === code && to > on));
}

/**
 * A unit that ends on a day: the first on which it is no more.
 * @throws CodedError ORGANIZATION_NOT_OPEN where it began only then, or has an end already
 */
export function ended(unit: SceneUnit, on: Day): SceneUnit {
  if (unit.closedOn !== NO_END)
    throw notOpen(unit.code, on, `its end on ${formatDay(unit.closedOn)} is on record already`);
  if (!placeOn(unit, on - 1)) throw notOpen(unit.code, on - 1, 'a unit ends after at least one day');
  const places = unit.places.filter(({ from }) => from < on).map((place) => ({ ...place, to: Math.min(place.to, on) }));
  return { ...unit, closedOn: on, places };
}

/** A unit that hangs under another in place of one, from a day on. */
export function rehung(unit: SceneUnit, from: string, to: string, on: Day): SceneUnit {
  const places = unit.places.flatMap((place) => {
    if (place.parent !== from || place.to <= on) return [place];
    if (place.from >= on) return [{ ...place, parent: to }];
    return [
      { ...place, to: on },
      { ...place, id: undefined, parent: to, from: on },
    ];
  });
  return { ...unit, places };
}

/** A place to be: from a day on, under a parent, as a kind. */
export interface Step {
  readonly from: Day;
  readonly parent: string | null;
  readonly kind: OrganizationKind;
}

interface Opened {
  readonly code: string;
  readonly name: string;
  readonly synthetic: boolean;
}

/** A unit that begins with the first of some steps, in the order of time, and has no end. */
export function opened({ code, name, synthetic }: Opened, steps: readonly Step[]): SceneUnit {
  const places = steps.map((step, at): Place => ({ ...step, id: undefined, to: steps[at + 1]?.from ?? NO_END }));
  return { id: undefined, code, name, openedOn: steps[0]?.from ?? NO_START, closedOn: NO_END, synthetic, places };
}

/**
 * Where the heir of a unit hangs from a day on: under its own parent, or else wherever the unit itself
 * does by what is on record, also after later moves.
 */
export function stepsOfHeir(unit: SceneUnit, on: Day, own: { parent?: string; kind?: OrganizationKind }): Step[] {
  const later = unit.places.filter(({ to }) => to > on);
  const steps = later.map(({ from, parent, kind }) => ({ from: Math.max(from, on), parent, kind: own.kind ?? kind }));
  return own.parent === undefined ? steps : steps.slice(0, 1).map((step) => ({ ...step, parent: own.parent ?? null }));
}
