import type { Day } from '../periods/day.ts';
import { isCell, ORGANIZATION_KINDS } from '../tree/kind.ts';
import type { Tree } from '../tree/tree.ts';
import type { Placement, Unit } from '../tree/unit.ts';
import type { CellOrder } from './order.ts';

/** Which cells a unit holds on a day. */
export interface Holding {
  /** Intervals of positions, half-open: from, to, from, to … */
  readonly intervals: Int32Array;
  /** Cells below it, the unit itself where it is one. */
  readonly cells: number;
  /** Highest units below it, or the unit itself, that have no cell at or below them. */
  readonly withoutCells: number;
  /** Units below it, of any depth, by kind: in the order of ORGANIZATION_KINDS. */
  readonly below: Int32Array;
}

/** How many states of the tree are kept worked out. */
const MAX_STATES = 24;

/** What units hold, by the states that the tree goes through: between two changes of structure nothing moves. */
export class Territory {
  /** The days on which anything changes, in rising order. */
  private readonly changes: readonly Day[];
  private readonly states = new Map<number, Map<number, Holding>>();

  constructor(
    readonly tree: Tree,
    readonly order: CellOrder,
  ) {
    this.changes = changeDays(tree);
  }

  /** Splits a span into parts within each of which the tree stays the same. */
  parts(from: Day, to: Day): { from: Day; to: Day }[] {
    const parts: { from: Day; to: Day }[] = [];
    let at = from;
    for (let next = this.stateOf(from); at < to; next += 1) {
      const end = Math.min(this.changes[next] ?? to, to);
      if (end > at) parts.push({ from: at, to: end });
      at = Math.max(end, at);
      if (next >= this.changes.length) break;
    }
    return parts;
  }

  /** What a unit holds on a day. */
  holding(unit: Unit, day: Day): Holding {
    const state = this.stateOf(day);
    let holdings = this.states.get(state);
    if (!holdings) {
      holdings = new Map();
      this.states.set(state, holdings);
      for (const oldest of this.states.keys()) {
        if (this.states.size <= MAX_STATES) break;
        this.states.delete(oldest);
      }
    }
    const placement = this.tree.placementOn(unit, day);
    return placement ? this.workOut(placement, day, holdings) : NOTHING;
  }

  private workOut(placement: Placement, day: Day, holdings: Map<number, Holding>): Holding {
    const known = holdings.get(placement.child);
    if (known) return known;
    const unit = this.tree.unit(placement.child);
    const holding = isCell(placement.kind) ? this.holdingOfCell(unit) : this.holdingOfOthers(unit, day, holdings);
    if (!isCell(placement.kind)) holdings.set(placement.child, holding);
    return holding;
  }

  private holdingOfOthers(unit: Unit, day: Day, holdings: Map<number, Holding>): Holding {
    const placements = this.tree.childrenOn(unit, day);
    const holding = joined(placements.map((below) => this.workOut(below, day, holdings)));
    for (const { kind } of placements) {
      const at = ORGANIZATION_KINDS.indexOf(kind);
      holding.below[at] = (holding.below[at] ?? 0) + 1;
    }
    return holding;
  }

  private holdingOfCell(unit: Unit): Holding {
    const position = this.order.positionOf(unit.id);
    return position === undefined
      ? NOTHING
      : { intervals: Int32Array.of(position, position + 1), cells: 1, withoutCells: 0, below: NO_UNITS };
  }

  /** How many changes lie on or before a day. */
  private stateOf(day: Day): number {
    let [low, high] = [0, this.changes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.changes[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NO_UNITS = new Int32Array(ORGANIZATION_KINDS.length);
const NOTHING: Holding = { intervals: new Int32Array(0), cells: 0, withoutCells: 1, below: NO_UNITS };

function joined(holdings: readonly Holding[]): Holding {
  const below = new Int32Array(ORGANIZATION_KINDS.length);
  let [cells, withoutCells] = [0, 0];
  const pairs: [number, number][] = [];
  for (const holding of holdings) {
    cells += holding.cells;
    withoutCells += holding.withoutCells;
    holding.below.forEach((count, kind) => {
      below[kind] = (below[kind] ?? 0) + count;
    });
    const { intervals } = holding;
    for (let at = 0; at < intervals.length; at += 2) pairs.push([intervals[at] ?? 0, intervals[at + 1] ?? 0]);
  }
  return { intervals: mergedIntervals(pairs), cells, withoutCells: cells === 0 ? 1 : withoutCells, below };
}

function mergedIntervals(pairs: [number, number][]): Int32Array {
  pairs.sort((a, b) => a[0] - b[0]);
  const merged: number[] = [];
  for (const [from, to] of pairs) {
    if (merged.at(-1) === from) merged[merged.length - 1] = to;
    else merged.push(from, to);
  }
  return Int32Array.from(merged);
}

function changeDays(tree: Tree): Day[] {
  const days = new Set<Day>();
  for (const { placements } of tree.units) {
    for (const { from, to } of placements) days.add(from).add(to);
  }
  return [...days].sort((a, b) => a - b);
}
