import type { Dimensions } from '../facts/indicators/indicator.ts';
import type { Day } from '../periods/day.ts';
import type { Window } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import { edgeCounter, memberCounter } from './counters.ts';
import { packDay } from './encoding.ts';
import { subtract, union } from './intervals.ts';
import type { Register } from './register.ts';

/** Members who crossed a border: on their own, or because their cell came to hang on the other side. */
export interface Crossing {
  readonly alone: number;
  readonly withCell: number;
}

export interface Crossings {
  readonly in: Crossing;
  readonly out: Crossing;
}

/** What the events of a span say of a unit: these enter and leave its members without a transfer. */
export interface OwnEvents {
  readonly admitted: number;
  readonly left: number;
}

/** Which crossings a question asks for, by its dimensions; undefined where it asks what the register cannot tell. */
export function kindOfCrossing(dimensions: Dimensions): 'ALL' | 'ALONE' | 'WITH_CELL' | undefined {
  const [first, ...others] = Object.entries(dimensions);
  if (!first) return 'ALL';
  const [name, value] = first;
  if (others.length > 0 || name !== 'MOVE') return undefined;
  return value === 'ALONE' || value === 'WITH_CELL' ? value : undefined;
}

/**
 * Who crossed a unit's border over a span of days; undefined where it held no cell on any of them.
 *
 * The stays of members in cells are the truth. On each day the members of a unit change by the stays that
 * begin and end below it, less those of moves within it, and by the cells that come and go with their
 * members. What admissions and departures do not explain of that is transfers, so that for every unit and
 * every span: opening + admitted + in − out − left = closing.
 */
export function crossingsOf(
  register: Register,
  unit: Unit,
  { from, to }: Window,
  events: OwnEvents,
): Crossings | undefined {
  const states = statesOf(register, unit, from, to);
  if (states.every(({ cells }) => cells.length === 0)) return undefined;
  let [began, ended] = [0, 0];
  const withCell = { in: 0, out: 0 };
  states.forEach((state, at) => {
    began += edges(register, 'BEGIN', state.cells, Math.max(state.from, from), state.to);
    ended += edges(register, 'END', state.cells, state.from + 1, Math.min(state.to + 1, to));
    const before = states[at - 1];
    if (!before) return;
    withCell.in += carried(register, subtract(state.cells, before.cells), state.from);
    withCell.out += carried(register, subtract(before.cells, state.cells), state.from);
  });
  const within = register.moves.within(unit.index, from, to);
  const alone = balanced(began - within - events.admitted, ended - within - events.left);
  return { in: { alone: alone.in, withCell: withCell.in }, out: { alone: alone.out, withCell: withCell.out } };
}

/** Cells that units hold, each over a span of its own. */
export type Holdings = readonly { readonly unit: Unit; readonly window: Window }[];

/** All cells that some units hold on any day of their spans. */
export function cellsOf({ territory }: Register, holdings: Holdings): Int32Array {
  return union(
    holdings.flatMap(({ unit, window }) =>
      territory.parts(window.from, window.to).map((part) => territory.holding(unit, part.from).intervals),
    ),
  );
}

/** Who crossed the border of some cells, the same ones over the whole span: nobody does so with a cell. */
export function crossingsOfCells(
  register: Register,
  cells: Int32Array,
  { from, to }: Window,
  events: OwnEvents,
): Crossings {
  const within = register.moves.amongst(cells, from, to);
  const [began, ended] = [edges(register, 'BEGIN', cells, from, to), edges(register, 'END', cells, from, to)];
  const alone = balanced(began - within - events.admitted, ended - within - events.left);
  return { in: { alone: alone.in, withCell: 0 }, out: { alone: alone.out, withCell: 0 } };
}

/** From one day up to another, the unit holds these cells. */
interface State extends Window {
  readonly cells: Int32Array;
}

/** The day before the span belongs to it: whoever is there then, opens it. */
function statesOf({ territory }: Register, unit: Unit, from: Day, to: Day): State[] {
  const states: State[] = [];
  for (const part of territory.parts(from - 1, to)) {
    const cells = territory.holding(unit, part.from).intervals;
    const last = states.at(-1);
    if (last && sameCells(last.cells, cells)) states[states.length - 1] = { ...last, to: part.to };
    else states.push({ ...part, cells });
  }
  return states;
}

function sameCells(a: Int32Array, b: Int32Array): boolean {
  return a === b || (a.length === b.length && a.every((edge, at) => edge === b[at]));
}

/** Packed, 0 is before every day: nothing begins then. */
function edges(register: Register, edge: 'BEGIN' | 'END', cells: Int32Array, from: Day, to: Day): number {
  if (to <= from || cells.length === 0) return 0;
  return register.count(cells, edgeCounter(edge, Math.max(packDay(from), 1), packDay(to)));
}

/** Members who are in the same stay of one of these cells on a day and on the day before. */
function carried(register: Register, cells: Int32Array, day: Day): number {
  if (cells.length === 0) return 0;
  const there = register.count(cells, memberCounter(`ALL|${day + 1}|`, 'ALL', packDay(day), undefined));
  return there - edges(register, 'BEGIN', cells, day, day + 1);
}

/**
 * An event that no stay goes with would make a transfer less than none: it is then one the other way, and
 * the account stays balanced.
 */
function balanced(into: number, out: number): { in: number; out: number } {
  return { in: Math.max(into, 0) + Math.max(-out, 0), out: Math.max(out, 0) + Math.max(-into, 0) };
}
