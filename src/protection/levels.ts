import type { Dimensions } from '../facts/indicators/indicator.ts';
import { countsFor } from '../register/counts.ts';
import type { Register } from '../register/register.ts';
import type { Window } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import { clipped, FINEST, partsOfYear } from './calendar.ts';
import type { Level } from './decisions.ts';

/** One count of people by the register: an indicator, and the part of it. */
type Counted = (unit: Unit, window: Window) => number;

function counted(register: Register, indicator: string, dimensions: Dimensions): Counted {
  const counts = countsFor(register, indicator, dimensions);
  return (unit, window) => (window.from < window.to ? (counts?.count(unit, window) ?? 0) : 0);
}

/** The undivided count, and for events the year divided further and further. */
export function calendarLevels(register: Register, indicator: string): Level[] {
  const count = counted(register, indicator, {});
  const levels: Level[] = [];
  for (let level = 0; level <= FINEST; level += 1) {
    levels.push({
      name: `${indicator}/${level}`,
      ...(levels.at(-1) && { base: levels.at(-1) }),
      columns: (unit, year, within) => partsOfYear(year, level).map((part) => count(unit, clipped(part, within))),
    });
  }
  return levels;
}

/** The undivided count of members. */
export function memberLevel(register: Register, indicator: string): Level {
  const count = counted(register, indicator, {});
  return { name: indicator, columns: (unit, _, within) => [count(unit, within)] };
}

/** One way to divide an undivided count: by parts that the register counts, and the rest of the whole. */
export function dividedLevel(
  register: Register,
  base: Level,
  name: string,
  parts: readonly { readonly indicator: string; readonly dimensions: Dimensions }[],
): Level {
  const counts = parts.map(({ indicator, dimensions }) => counted(register, indicator, dimensions));
  return {
    name: `${base.name}/${name}`,
    base,
    columns: (unit, slice, within) => {
      const [whole = 0] = base.columns(unit, slice, within);
      const columns = whole === 0 ? counts.map(() => 0) : counts.map((count) => count(unit, within));
      return [...columns, columns.reduce((rest, count) => rest - count, whole)];
    },
  };
}
