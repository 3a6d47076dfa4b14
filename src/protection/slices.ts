import type { Day } from '../periods/day.ts';
import type { Window } from '../rollup/window.ts';
import { clip, overlaps } from '../rollup/window.ts';
import type { Tree } from '../tree/tree.ts';
import type { Unit } from '../tree/unit.ts';
import { decidedBefore, monthsAround, yearWindow } from './calendar.ts';

/** A unit directly below another, and the part of the time in which it hung there. */
export interface Below {
  readonly unit: Unit;
  readonly window: Window;
  /** Whether it hung elsewhere too: then its own count belongs to neither place. */
  readonly moved: boolean;
}

/**
 * The time that is decided at once: a year of events, or the last day of a month for members. A slice is a number: the
 * year, or the day.
 */
export interface Slices {
  window(slice: number): Window;
  below(unit: Unit, slice: number): Below[];
  /** The unit above throughout; undefined where there were several, or none. */
  above(unit: Unit, slice: number): Unit | undefined;
  /** Slices that are decided before, and from whose counts these must not differ by a small number. */
  comparedWith(slice: number): readonly number[];
  /** Spans in each of which many must have come and gone, for a slice that is not compared with others. */
  busyIn(slice: number): readonly Window[];
}

/** Years, for events. */
export function yearsOf(tree: Tree): Slices {
  return {
    window: yearWindow,
    below: (unit, year) => {
      const window = yearWindow(year);
      return unit.below
        .filter((placement) => overlaps(placement, window))
        .map((placement) => {
          const child = tree.unit(placement.child);
          return { unit: child, window: clip(window, placement), moved: isMoved(child, window) };
        });
    },
    above: (unit, year) => {
      const window = yearWindow(year);
      const [placement] = unit.placements.filter((each) => overlaps(each, window));
      return placement && placement.parent >= 0 && !isMoved(unit, window) ? tree.unit(placement.parent) : undefined;
    },
    comparedWith: () => [],
    busyIn: () => [],
  };
}

function isMoved(unit: Unit, window: Window): boolean {
  return unit.placements.length > 1 && unit.placements.filter((each) => overlaps(each, window)).length > 1;
}

/** Days, for members. */
export function daysOf(tree: Tree): Slices {
  const dayWindow = (day: Day): Window => ({ from: day, to: day + 1 });
  return {
    window: dayWindow,
    below: (unit, day) =>
      tree.childrenOn(unit, day).map(({ child }) => ({ unit: tree.unit(child), window: dayWindow(day), moved: false })),
    above: (unit, day) => tree.parentOn(unit, day),
    comparedWith: decidedBefore,
    busyIn: monthsAround,
  };
}
