import type { Dimensions } from '../facts/indicators/indicator.ts';
import { countsFor } from '../register/counts.ts';
import type { Register } from '../register/register.ts';
import type { Window } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import { clipped, FINEST, partsOfYear } from './calendar.ts';
import type { Turnover } from './change.ts';
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
  return {
    name: indicator,
    columns: (unit, _, within) => [count(unit, within)],
    turnover: turnoverOf([MEMBERS_TURNOVER].map((each) => countedBoth(register, each))),
  };
}

/** A part of a whole, and by which events people come into it and leave it. */
export interface DividedPart {
  readonly indicator: string;
  readonly dimensions: Dimensions;
  readonly came: string;
  readonly went: string;
}

const ADMITTED = 'MEMBERS_ADMITTED';
const LEFT = 'MEMBERS_LEFT';
const MADE_OFFICIAL = 'MEMBERS_MADE_OFFICIAL';

const MEMBERS_TURNOVER = { came: ADMITTED, went: LEFT, dimensions: {} };

/** Official and probationary members: what all members are divided into. */
export const STANDINGS: readonly DividedPart[] = [
  { indicator: 'OFFICIAL_MEMBERS', dimensions: {}, came: MADE_OFFICIAL, went: LEFT },
  { indicator: 'PROBATIONARY_MEMBERS', dimensions: {}, came: ADMITTED, went: MADE_OFFICIAL },
];

/** The parts of an indicator along a dimension. */
export function partsAlong(indicator: string, dimension: string, values: readonly string[]): DividedPart[] {
  return values.map((value) => ({ indicator, dimensions: { [dimension]: value }, came: ADMITTED, went: LEFT }));
}

/** One way to divide an undivided count: by parts that the register counts, and the rest of the whole. */
export function dividedLevel(register: Register, base: Level, name: string, parts: readonly DividedPart[]): Level {
  const counts = parts.map(({ indicator, dimensions }) => counted(register, indicator, dimensions));
  return {
    name: `${base.name}/${name}`,
    base,
    columns: (unit, slice, within) => {
      const [whole = 0] = base.columns(unit, slice, within);
      const columns = whole === 0 ? counts.map(() => 0) : counts.map((count) => count(unit, within));
      return [...columns, columns.reduce((rest, count) => rest - count, whole)];
    },
    turnover: turnoverOf(parts.map((part) => countedBoth(register, part))),
  };
}

type Both = readonly [came: Counted, went: Counted];

function countedBoth(
  register: Register,
  { came, went, dimensions }: Pick<DividedPart, 'came' | 'went' | 'dimensions'>,
): Both {
  return [counted(register, came, dimensions), counted(register, went, dimensions)];
}

function turnoverOf(both: readonly Both[]): (unit: Unit, within: Window) => Turnover {
  return (unit, within) => ({
    came: both.map(([came]) => came(unit, within)),
    went: both.map(([, went]) => went(unit, within)),
  });
}
