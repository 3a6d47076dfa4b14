import type { Day } from '../periods/day.ts';
import type { Tree } from './tree.ts';
import type { Unit } from './unit.ts';

/** How far successions are followed before they count as going round. */
const MAX_LINKS = 12;

/** For how many days homes are kept. */
const MAX_DAYS = 4;
const made = new WeakMap<Tree, Map<Day, Homes>>();

/**
 * Where units of one time lie on the tree of another day: a unit's home is the lowest unit of that tree
 * which holds all of it. A unit that is on the tree is its own home; one that is not, is where its
 * successors are (or predecessors, looking back); one that left none, is where those of its parent are.
 */
export class Homes {
  private readonly known = new Map<number, Unit>();
  private readonly lowestKnown = new Map<number, Unit>();

  private constructor(
    readonly tree: Tree,
    readonly day: Day,
  ) {}

  /** The homes of a tree on a day: worked out once, unit by unit as they are asked for. */
  static on(tree: Tree, day: Day): Homes {
    const ofTree = made.get(tree) ?? new Map<Day, Homes>();
    made.set(tree, ofTree);
    const homes = ofTree.get(day) ?? new Homes(tree, day);
    ofTree.set(day, homes);
    for (const oldest of ofTree.keys()) {
      if (ofTree.size <= MAX_DAYS) break;
      ofTree.delete(oldest);
    }
    return homes;
  }

  /** The lowest unit of the tree that holds a unit and all that ever hung below it. */
  lowest(unit: Unit): Unit {
    const known = this.lowestKnown.get(unit.index);
    if (known) return known;
    let home = unit.below.length === 0 || this.tree.placementOn(unit, this.day) ? this.of(unit) : undefined;
    for (const { child } of unit.below) {
      if (home === this.tree.root) break;
      const below = this.lowest(this.tree.unit(child));
      home = home ? this.common(home, below) : below;
    }
    const lowest = home ?? this.of(unit);
    this.lowestKnown.set(unit.index, lowest);
    return lowest;
  }

  /** The home of a unit taken by itself, whatever becomes of what hangs below it. */
  of(unit: Unit): Unit {
    const known = this.known.get(unit.index);
    if (known) return known;
    const home = this.find(unit, 0) ?? this.homeOfParent(unit) ?? this.tree.root;
    this.known.set(unit.index, home);
    return home;
  }

  /** The lowest unit of the tree that holds both. */
  common(a: Unit, b: Unit): Unit {
    if (a === b) return a;
    const [aboveA, aboveB] = [this.tree.parentOn(a, this.day), this.tree.parentOn(b, this.day)];
    if (aboveA === b || aboveB === a || (aboveA && aboveA === aboveB))
      return aboveA === b ? b : aboveB === a ? a : (aboveA ?? a);
    const above = new Set(this.path(a));
    return this.path(b).find((unit) => above.has(unit)) ?? this.tree.root;
  }

  /** Whether a unit of the tree is another one, or lies below it. */
  isWithin(unit: Unit, whole: Unit): boolean {
    return whole === this.tree.root || this.path(unit).includes(whole);
  }

  private path(unit: Unit): Unit[] {
    return [unit, ...this.tree.ancestorsOn(unit, this.day)];
  }

  private find(unit: Unit, depth: number): Unit | undefined {
    if (this.tree.placementOn(unit, this.day)) return unit;
    if (depth > MAX_LINKS) return undefined;
    const isPast = unit.closedOn <= this.day;
    const next = isPast
      ? this.tree.successorsOf(unit).flatMap(({ to }) => (to < 0 ? [] : [this.tree.unit(to)]))
      : this.tree.predecessorsOf(unit).map(({ from }) => this.tree.unit(from));
    let home: Unit | undefined;
    for (const each of next) {
      const found = this.find(each, depth + 1);
      if (found) home = home ? this.common(home, found) : found;
    }
    return home;
  }

  /** Of the unit that it hung under, the nearest in time to the day. */
  private homeOfParent(unit: Unit): Unit | undefined {
    const placement = unit.closedOn <= this.day ? unit.placements.at(-1) : unit.placements[0];
    return placement && placement.parent >= 0 ? this.of(this.tree.unit(placement.parent)) : undefined;
  }
}
