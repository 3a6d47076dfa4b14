import type { Day } from '../periods/day.ts';
import type { Tree } from '../tree/tree.ts';
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

/** All moves of the register, in the order of their days. Never changed. */
export class Moves {
  private inner: ReadonlyMap<number, Uint16Array> | undefined;

  private constructor(
    private readonly tree: Tree,
    private readonly order: CellOrder,
    private readonly all: readonly Move[],
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
    const kept = cells === 'ALL' ? [] : this.without(cells);
    if (read.length === 0 && kept.length === this.all.length) return this;
    const all = [...kept, ...read].sort((a, b) => a.day - b.day);
    return new Moves(this.tree, this.order, all);
  }

  private without(cells: readonly number[]): readonly Move[] {
    const changed = new Set(cells.map((id) => this.order.positionOf(id)));
    return this.all.filter(({ from, to }) => !changed.has(from) && !changed.has(to));
  }

  /**
   * Moves that stayed within a unit on days of a span: on the day before, the old cell was below it, and on
   * the day, the new one is.
   */
  within(unit: number, from: Day, to: Day): number {
    this.inner ??= this.byUnit();
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

  /** The days of the moves within each unit that has any. */
  private byUnit(): ReadonlyMap<number, Uint16Array> {
    const days = new Map<number, number[]>();
    for (const { from, to, day } of this.all) {
      const before = new Set(this.upwards(from, unpackDay(day) - 1));
      for (const unit of this.upwards(to, unpackDay(day))) {
        if (!before.has(unit)) continue;
        const known = days.get(unit);
        if (known) known.push(day);
        else days.set(unit, [day]);
      }
    }
    return new Map([...days].map(([unit, list]) => [unit, Uint16Array.from(list)]));
  }

  /** A cell and all that stands above it on a day, by index; nothing, where it hangs nowhere. */
  private *upwards(position: number, day: Day): Generator<number> {
    const cell = this.tree.byId(this.order.ids[position] ?? -1);
    let placement = cell && this.tree.placementOn(cell, day);
    while (placement) {
      yield placement.child;
      placement = placement.parent < 0 ? undefined : this.tree.placementOn(this.tree.unit(placement.parent), day);
    }
  }
}
