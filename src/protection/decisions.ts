import type { Window } from '../rollup/window.ts';
import type { Tree } from '../tree/tree.ts';
import type { Unit } from '../tree/unit.ts';
import type { Turnover } from './change.ts';
import { difference, isBusy, tellsOfFew } from './change.ts';
import type { Row } from './line.ts';
import { columnSums, hiddenIn, isSafe } from './line.ts';
import type { Slices } from './slices.ts';

/** A way to look at the counts of a slice: whole, or divided into columns that add up to it. */
export interface Level {
  readonly name: string;
  /** The coarser one that was decided before: what it hides stays hidden. */
  readonly base?: Level;
  /** What a unit has over a part of the slice, column by column. */
  columns(unit: Unit, slice: number, within: Window): readonly number[];
  /** How many came into each column and left it over a span of days, where slices are compared with one another. */
  turnover?(unit: Unit, within: Window): Turnover;
}

/** What decisions rest on, beside the counts. */
export interface Circumstances {
  readonly tree: Tree;
  readonly smallest: number;
  /** Whether a unit, or one below it, has published figures of the kind: its counts cover for no others. */
  isReserved(unit: Unit): boolean;
}

/** How many decisions are remembered. */
const MAX_REMEMBERED = 400_000;

/** What is decided of one slice at one level, by the index of the unit. */
interface Decided {
  readonly shown: Map<number, boolean>;
  /** Of the units directly below. */
  readonly hidden: Map<number, ReadonlySet<number>>;
  readonly rows: Map<number, readonly Row[]>;
  readonly window: Window;
  readonly comparedWith: readonly number[];
  readonly busyIn: readonly Window[];
}

/**
 * Which counts are shown, for one kind of count: decided for all units below one at once, from the nation downwards,
 * and the same whoever asks and however. What is shown at a unit is shown at all units above it, and in all coarser
 * divisions.
 */
export class Decisions {
  private readonly decided = new Map<Level, Map<number, Decided>>();
  private remembered = 0;

  /** @param accounts counts whose difference shows at the top, where nobody comes in from elsewhere or goes there */
  constructor(
    private readonly slices: Slices,
    private readonly circumstances: Circumstances,
    private readonly accounts: (level: Level) => readonly Level[] = () => [],
  ) {}

  /** Whether all columns of a unit are shown. */
  isShown(unit: Unit, slice: number, level: Level): boolean {
    const { shown } = this.of(slice, level);
    return shown.get(unit.index) ?? this.remember(shown, unit.index, this.decide(unit, slice, level));
  }

  private decide(unit: Unit, slice: number, level: Level): boolean {
    if (unit === this.circumstances.tree.root) return this.decideRoot(unit, slice, level);
    const above = this.slices.above(unit, slice);
    return (
      above !== undefined && this.isShown(above, slice, level) && !this.hiddenBelow(above, slice, level).has(unit.index)
    );
  }

  private decideRoot(root: Unit, slice: number, level: Level): boolean {
    const { window } = this.of(slice, level);
    return (
      (!level.base || this.isShown(root, slice, level.base)) &&
      [level, ...this.accounts(level)].every((each) => this.areSafe(each.columns(root, slice, window))) &&
      !this.changedLittle(root, level.columns(root, slice, window), slice, level)
    );
  }

  /** The units directly below a shown one that are hidden, by their index. */
  private hiddenBelow(unit: Unit, slice: number, level: Level): ReadonlySet<number> {
    const { hidden } = this.of(slice, level);
    return hidden.get(unit.index) ?? this.remember(hidden, unit.index, this.decideBelow(unit, slice, level));
  }

  private of(slice: number, level: Level): Decided {
    let slices = this.decided.get(level);
    if (!slices) this.decided.set(level, (slices = new Map<number, Decided>()));
    let decided = slices.get(slice);
    if (!decided) {
      const { slices: of } = this;
      const [window, comparedWith, busyIn] = [of.window(slice), of.comparedWith(slice), of.busyIn(slice)];
      decided = { shown: new Map(), hidden: new Map(), rows: new Map(), window, comparedWith, busyIn };
      slices.set(slice, decided);
    }
    return decided;
  }

  private remember<Value>(memory: Map<number, Value>, key: number, value: Value): Value {
    this.remembered += 1;
    if (this.remembered >= MAX_REMEMBERED) {
      this.decided.clear();
      this.remembered = 0;
    }
    memory.set(key, value);
    return value;
  }

  private decideBelow(unit: Unit, slice: number, level: Level): Set<number> {
    const { tree, smallest } = this.circumstances;
    const others = this.comparable(unit, slice, level);
    const rows = this.rowsBelow(unit, slice, level).map((row) =>
      row.state === 'OPEN' && this.changedLittle(tree.unit(row.key), row.columns, slice, level)
        ? { ...row, state: 'SMALL' as const }
        : row,
    );
    return hiddenIn(rows, {
      smallest,
      divides: level.base !== undefined,
      leavesMore: (hidden) =>
        (hidden.size > 0 &&
          !this.areBusy(
            [...hidden].map((key) => tree.unit(key)),
            slice,
            level,
          )) ||
        others.some((other) => this.leaveLittle(unit, hidden, slice, other, level)),
    });
  }

  private rowsBelow(unit: Unit, slice: number, level: Level): readonly Row[] {
    const decided = this.of(slice, level).rows;
    const known = decided.get(unit.index);
    if (known) return known;
    const hidden = level.base ? this.hiddenBelow(unit, slice, level.base) : undefined;
    const rows = this.slices.below(unit, slice).map(({ unit: child, window, moved }): Row => ({
      key: child.index,
      columns: level.columns(child, slice, window),
      state: moved || hidden?.has(child.index) ? 'HIDDEN' : this.circumstances.isReserved(child) ? 'RESERVED' : 'OPEN',
    }));
    return this.remember(decided, unit.index, rows);
  }

  /** Slices that were decided before, and in which the unit is shown. */
  private comparable(unit: Unit, slice: number, level: Level): number[] {
    return this.of(slice, level).comparedWith.filter((other) => this.isShown(unit, other, level));
  }

  /** Whether a unit's count differs from one of its that is shown by so little that it tells of few people. */
  private changedLittle(unit: Unit, columns: readonly number[], slice: number, level: Level): boolean {
    if (columns.every((count) => count === 0)) return false;
    if (!this.areBusy([unit], slice, level)) return true;
    return this.of(slice, level).comparedWith.some((other) => {
      const change = difference(columns, level.columns(unit, other, this.of(other, level).window));
      // Last whether it is shown then, which takes the most.
      return this.tellsOfFew(change, [unit], slice, other, level) && this.isShown(unit, other, level);
    });
  }

  /** Whether so many came and went around a slice that no difference from another one tells of few. */
  private areBusy(units: readonly Unit[], slice: number, level: Level): boolean {
    return this.of(slice, level).busyIn.every((within) =>
      isBusy(
        units.flatMap((unit) => level.turnover?.(unit, within) ?? []),
        this.circumstances.smallest,
      ),
    );
  }

  /** The same of those that are hidden now, or were in another slice: what they changed together follows from the whole. */
  private leaveLittle(unit: Unit, hidden: ReadonlySet<number>, slice: number, other: number, level: Level): boolean {
    const before = this.hiddenBelow(unit, other, level);
    if (hidden.size === 0 && before.size === 0) return false;
    const taken = ({ key }: Row): boolean => hidden.has(key) || before.has(key);
    const now = this.rowsBelow(unit, slice, level).filter(taken);
    const then = this.rowsBelow(unit, other, level).filter(taken);
    const units = [...new Set([...now, ...then].map(({ key }) => key))].map((key) => this.circumstances.tree.unit(key));
    return this.tellsOfFew(difference(columnSums(now), columnSums(then)), units, slice, other, level);
  }

  private tellsOfFew(
    change: readonly number[],
    units: readonly Unit[],
    slice: number,
    other: number,
    level: Level,
  ): boolean {
    const [first, last] = [
      this.of(Math.min(slice, other), level).window,
      this.of(Math.max(slice, other), level).window,
    ];
    const between: Window = { from: first.to, to: last.to };
    const turnover = (): Turnover[] => units.flatMap((unit) => level.turnover?.(unit, between) ?? []);
    return tellsOfFew(change, turnover, this.circumstances.smallest);
  }

  private areSafe(columns: readonly number[]): boolean {
    return columns.every((count) => isSafe(count, this.circumstances.smallest));
  }
}
