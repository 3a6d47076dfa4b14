import type { Dimensions } from '../facts/indicators/indicator.ts';
import { countsFor } from '../register/counts.ts';
import type { Register } from '../register/register.ts';
import type { Tally } from '../register/tally.ts';
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
    columns: remembered((unit, _, within) => [count(unit, within)]),
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

/** What a unit has of each part, and the rest of the whole. */
type Vector = (unit: Unit, slice: number, within: Window) => readonly number[];

/**
 * A count divided by a dimension, first into its most frequent part and all others, then further and further.
 * @param parts from the rarest to the most frequent
 */
export function dividedLevels(
  register: Register,
  base: Level,
  { name, parts, vector }: { readonly name: string; readonly parts: readonly DividedPart[]; readonly vector: Vector },
): Level[] {
  const both = parts.map((part) => countedBoth(register, part));
  const levels: Level[] = [];
  for (const together of mergedParts(parts.length)) {
    levels.push({
      name: `${base.name}/${name}/${together}`,
      base: levels.at(-1) ?? base,
      columns: (unit, slice, within) => merged(vector(unit, slice, within), together),
      turnover: turnoverOf(both, together),
    });
  }
  return levels;
}

/** How many of the rarest parts are taken together, level by level: two are more than one, and one is none. */
export function mergedParts(parts: number): number[] {
  const numbers: number[] = [];
  for (let apart = 1; parts - apart >= 2; apart += Math.max(1, Math.floor(apart / 3))) numbers.push(parts - apart);
  return [...numbers, 0];
}

/** The parts that stand alone, and then all others together. */
function merged(vector: readonly number[], together: number): number[] {
  return [
    ...vector.slice(together, -1),
    vector.slice(0, together).reduce((sum, count) => sum + count, vector.at(-1) ?? 0),
  ];
}

/** Counts parts one by one. */
export function countedVector(register: Register, base: Level, parts: readonly DividedPart[]): Vector {
  const counts = parts.map(({ indicator, dimensions }) => counted(register, indicator, dimensions));
  return (unit, slice, within) => {
    const [whole = 0] = base.columns(unit, slice, within);
    return withRest(whole === 0 ? counts.map(() => 0) : counts.map((count) => count(unit, within)), whole);
  };
}

/** Counts parts of members all at once. */
export function talliedVector({ territory }: Register, base: Level, tally: Tally): Vector {
  return (unit, day, within) => {
    const [whole = 0] = base.columns(unit, day, within);
    return withRest(tally(territory.holding(unit, day).intervals, day), whole);
  };
}

function withRest(counts: readonly number[], whole: number): number[] {
  return [...counts, counts.reduce((rest, count) => rest - count, whole)];
}

/** A vector, and of which part of the slice. */
interface Held {
  readonly within: Window;
  readonly vector: readonly number[];
}

/** A vector that is not counted again for each level. */
export function remembered(vector: Vector): Vector {
  const memory = new Map<number, Map<number, Held>>();
  let held = 0;
  return (unit, slice, within) => {
    let units = memory.get(slice);
    const known = units?.get(unit.index);
    if (known?.within.from === within.from && known.within.to === within.to) return known.vector;
    if (held >= MAX_VECTORS) {
      memory.clear();
      held = 0;
      units = undefined;
    }
    if (!units) memory.set(slice, (units = new Map<number, Held>()));
    const made = vector(unit, slice, within);
    units.set(unit.index, { within, vector: made });
    held += 1;
    return made;
  };
}

const MAX_VECTORS = 200_000;

type Both = readonly [came: Counted, went: Counted];

function countedBoth(
  register: Register,
  { came, went, dimensions }: Pick<DividedPart, 'came' | 'went' | 'dimensions'>,
): Both {
  return [counted(register, came, dimensions), counted(register, went, dimensions)];
}

/** Of the parts that stand alone, and of all others together. */
function turnoverOf(both: readonly Both[], together = 0): (unit: Unit, within: Window) => Turnover {
  return (unit, within) => {
    const [came, went] = [both.map(([each]) => each(unit, within)), both.map(([, each]) => each(unit, within))];
    return { came: merged([...came, 0], together), went: merged([...went, 0], together) };
  };
}
