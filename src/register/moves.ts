import type { Day } from '../periods/day.ts';
import type { Tree } from '../tree/tree.ts';
import type { Placement, Unit } from '../tree/unit.ts';
import { lowerBound, packDay, unpackDay } from './encoding.ts';
import { holds } from './intervals.ts';
import type { CellOrder } from './order.ts';

/** A member went straight from one cell into another: the stay in one ended on the day that the next began. */
export interface Move {
  /** Positions of the two cells. */
  readonly from: number;
  readonly to: number;
  /** Packed: the first day in the new cell. */
  readonly day: number;
}

/** The days of the moves within a unit, in their order, by the unit's index. */
type DaysByUnit = ReadonlyMap<number, Uint16Array>;

/** All moves of the register, in the order of their days. Never changed. */
export class Moves {
  private constructor(
    private readonly tree: Tree,
    private readonly order: CellOrder,
    private readonly all: readonly Move[],
    private inner?: DaysByUnit,
  ) {}

  static none(tree: Tree, order: CellOrder): Moves {
    return new Moves(tree, order, []);
  }

  onTree(tree: Tree, order: CellOrder): Moves {
    return new Moves(tree, order, this.all);
  }

  /**
   * With the moves read again that touch some cells, in place of those that did.
   * @param cells organisation ids; ALL where everything was read
   */
  with(cells: readonly number[] | 'ALL', read: readonly Move[]): Moves {
    if (cells === 'ALL') return new Moves(this.tree, this.order, inOrder(read));
    const changed = new Set(cells.map((id) => this.order.positionOf(id)));
    const touches = ({ from, to }: Move): boolean => changed.has(from) || changed.has(to);
    const gone = this.all.filter(touches);
    if (gone.length === 0 && read.length === 0) return this;
    const kept = gone.length === 0 ? this.all : this.all.filter((move) => !touches(move));
    const inner = this.inner && patched(this.inner, this.daysWithin(gone), this.daysWithin(read));
    return new Moves(this.tree, this.order, inOrder([...kept, ...read]), inner);
  }

  /**
   * Moves that stayed within a unit on days of a span: on the day before, the old cell was below it, and on
   * the day, the new one is.
   */
  within(unit: number, from: Day, to: Day): number {
    this.inner ??= patched(new Map(), new Map(), this.daysWithin(this.all));
    const days = this.inner.get(unit);
    return days ? lowerBound(days, packDay(to)) - lowerBound(days, packDay(from)) : 0;
  }

  /** Moves on days of a span from one of some cells to another of them. */
  amongst(cells: Int32Array, from: Day, to: Day): number {
    const [first, end] = [packDay(from), packDay(to)];
    return this.all.filter(
      (move) => first <= move.day && move.day < end && holds(cells, move.from) && holds(cells, move.to),
    ).length;
  }

  /** The days of some moves within each unit that any of them stayed in. */
  private daysWithin(moves: readonly Move[]): Map<number, number[]> {
    const days = new Map<number, number[]>();
    for (const { from, to, day } of moves) {
      const before = this.upwards(from, unpackDay(day) - 1);
      for (const unit of this.upwards(to, unpackDay(day))) {
        if (!before.includes(unit)) continue;
        const known = days.get(unit);
        if (known) known.push(day);
        else days.set(unit, [day]);
      }
    }
    return days;
  }

  /** A cell and all that stands above it on a day, by index; nothing, where it hangs nowhere. */
  private upwards(position: number, day: Day): number[] {
    const cell = this.tree.byId(this.order.ids[position] ?? -1);
    const way: number[] = [];
    let placement = cell && placementOn(cell, day);
    while (placement) {
      way.push(placement.child);
      placement = placement.parent < 0 ? undefined : placementOn(this.tree.unit(placement.parent), day);
    }
    return way;
  }
}

/** As the tree has it; written out, since it is asked millions of times. */
function placementOn({ placements }: Unit, day: Day): Placement | undefined {
  for (const placement of placements) if (placement.from <= day && day < placement.to) return placement;
  return undefined;
}

function inOrder(moves: readonly Move[]): readonly Move[] {
  return [...moves].sort((a, b) => a.day - b.day);
}

function patched(
  known: DaysByUnit,
  gone: ReadonlyMap<number, number[]>,
  added: ReadonlyMap<number, number[]>,
): DaysByUnit {
  const days = new Map(known);
  for (const unit of new Set([...gone.keys(), ...added.keys()])) {
    const left = without(known.get(unit) ?? new Uint16Array(0), gone.get(unit) ?? []);
    days.set(unit, Uint16Array.from([...left, ...(added.get(unit) ?? [])]).sort());
  }
  return days;
}

/** Takes each of some days off once. */
function without(days: Uint16Array, gone: readonly number[]): Uint16Array {
  const left = new Map<number, number>();
  for (const day of gone) left.set(day, (left.get(day) ?? 0) + 1);
  return days.filter((day) => {
    const count = left.get(day) ?? 0;
    if (count > 0) left.set(day, count - 1);
    return count === 0;
  });
}
