import type { Day } from '../periods/day.ts';
import { NO_END } from '../periods/day.ts';
import type { OrganizationKind } from './kind.ts';
import { searchForm } from './search-form.ts';
import type { Placement, SuccessionLink, Unit } from './unit.ts';

/** Successions by the unit that was, and by the one that came. */
export interface Links {
  readonly from: ReadonlyMap<number, readonly SuccessionLink[]>;
  readonly to: ReadonlyMap<number, readonly SuccessionLink[]>;
}

/**
 * The whole tree through time, held in memory and never changed: a change of structure makes a new
 * tree. Walking costs no statement. Days select the placements that hold on them.
 */
export class Tree {
  private readonly searchForms: string[] = [];

  constructor(
    readonly units: readonly Unit[],
    private readonly indexByCode: Map<string, number>,
    private readonly indexById: Map<number, number>,
    private readonly links: Links,
  ) {}

  /** What the next tree takes over from this one; it may add to it. */
  get indexes(): { indexByCode: Map<string, number>; indexById: Map<number, number>; links: Links } {
    return { indexByCode: this.indexByCode, indexById: this.indexById, links: this.links };
  }

  unit(index: number): Unit {
    const unit = this.units[index];
    if (!unit) throw new RangeError(`no unit ${index} in a tree of ${this.units.length}`);
    return unit;
  }

  byCode(code: string): Unit | undefined {
    const index = this.indexByCode.get(code);
    return index === undefined ? undefined : this.units[index];
  }

  byId(id: number): Unit | undefined {
    const index = this.indexById.get(id);
    return index === undefined ? undefined : this.units[index];
  }

  /** Where a unit hangs on a day; undefined on a day on which it is not open. */
  placementOn(unit: Unit, day: Day): Placement | undefined {
    return unit.placements.find((placement) => placement.from <= day && day < placement.to);
  }

  /** As what a unit stands on a day; on a day on which it is not open, as what it stood nearest to it. */
  kindOn(unit: Unit, day: Day): OrganizationKind {
    const { placements } = unit;
    let nearest = placements[0];
    for (const placement of placements) if (placement.from <= day) nearest = placement;
    return nearest?.kind ?? 'CELL';
  }

  parentOn(unit: Unit, day: Day): Unit | undefined {
    const placement = this.placementOn(unit, day);
    return placement && placement.parent >= 0 ? this.unit(placement.parent) : undefined;
  }

  /** From the unit above up to the nation. */
  ancestorsOn(unit: Unit, day: Day): Unit[] {
    const ancestors: Unit[] = [];
    for (let at = this.parentOn(unit, day); at; at = this.parentOn(at, day)) ancestors.push(at);
    return ancestors;
  }

  /** What hangs directly under a unit on a day, in the order of the codes. */
  childrenOn(unit: Unit, day: Day): Placement[] {
    return unit.below.filter((placement) => placement.from <= day && day < placement.to);
  }

  /** What hung directly under a unit on any day of a half-open span, each unit once. */
  childrenDuring(unit: Unit, from: Day, to: Day): Placement[] {
    const byChild = new Map<number, Placement>();
    for (const placement of unit.below) {
      if (placement.from < to && from < placement.to) byChild.set(placement.child, placement);
    }
    return [...byChild.values()];
  }

  /** Everything below a unit on a day that `wanted` takes, looking further below only where `deeper` says so. */
  *descendOn(
    unit: Unit,
    day: Day,
    wanted: (kind: OrganizationKind) => boolean,
    deeper: (kind: OrganizationKind) => boolean,
  ): Generator<Placement> {
    for (const placement of this.childrenOn(unit, day)) {
      if (wanted(placement.kind)) yield placement;
      if (deeper(placement.kind)) yield* this.descendOn(this.unit(placement.child), day, wanted, deeper);
    }
  }

  /** The unit's name in the form in which it is searched; worked out once. */
  searchFormOf(unit: Unit): string {
    let form = this.searchForms[unit.index];
    if (form === undefined) {
      form = searchForm(unit.name);
      this.searchForms[unit.index] = form;
    }
    return form;
  }

  isOpenOn(unit: Unit, day: Day): boolean {
    return unit.openedOn <= day && day < unit.closedOn;
  }

  /** The last day on or before `day` on which the unit was open: a closed unit is asked as of its last day. */
  lastOpenDay(unit: Unit, day: Day): Day {
    return unit.closedOn === NO_END ? day : Math.min(day, unit.closedOn - 1);
  }

  successorsOf(unit: Unit): readonly SuccessionLink[] {
    return this.links.from.get(unit.index) ?? [];
  }

  predecessorsOf(unit: Unit): readonly SuccessionLink[] {
    return this.links.to.get(unit.index) ?? [];
  }

  get root(): Unit {
    return this.unit(0);
  }
}
