import type { Dimensions } from '../facts/indicators/indicator.ts';
import type { Day } from '../periods/day.ts';
import type { Counts, CoverageCount } from '../rollup/figure.ts';
import type { Window } from '../rollup/window.ts';
import type { OrganizationKind } from '../tree/kind.ts';
import { ORGANIZATION_KINDS } from '../tree/kind.ts';
import type { Unit } from '../tree/unit.ts';
import type { Counter } from './counters.ts';
import type { CountedByRows } from './indicators.ts';
import { COUNTED } from './indicators.ts';
import type { Register } from './register.ts';
import type { Territory } from './territory.ts';
import type { Crossings } from './transfers.ts';
import { cellsOf, crossingsOf, crossingsOfCells, kindOfCrossing } from './transfers.ts';

/**
 * The counts that the register has for a question, for the algebra to work with; undefined where the
 * indicator is not counted, or the dimensions ask what is not registered.
 */
export function countsFor(register: Register, indicator: string, dimensions: Dimensions): Counts<number> | undefined {
  const by = COUNTED[indicator];
  if (!by || register.isEmpty) return undefined;
  if (by.from === 'TREE') return countsOfTree(register, by.kinds, dimensions);
  if (by.from === 'TRANSFERS') return countsOfTransfers(register, by.direction, dimensions);
  if (!register.counterFor(by, dimensions, 0, 1)) return undefined;
  return new RowCounts(register, by, dimensions);
}

/** Transfers across a unit's border: what its opening and closing, its admissions and departures leave to explain. */
function countsOfTransfers(
  register: Register,
  direction: 'IN' | 'OUT',
  dimensions: Dimensions,
): Counts<number> | undefined {
  const kind = kindOfCrossing(dimensions);
  if (kind === undefined) return undefined;
  const admitted = new RowCounts(register, { from: 'EVENTS', kind: 'ADMISSION' }, {});
  const left = new RowCounts(register, { from: 'EVENTS', kind: 'LEAVING' }, {});
  const wanted = (crossings: Crossings): number => {
    const { alone, withCell } = direction === 'IN' ? crossings.in : crossings.out;
    return kind === 'ALL' ? alone + withCell : kind === 'ALONE' ? alone : withCell;
  };
  return {
    count: (unit, window) => {
      const events = { admitted: admitted.count(unit, window) ?? 0, left: left.count(unit, window) ?? 0 };
      const crossings = crossingsOf(register, unit, window, events);
      return crossings && wanted(crossings);
    },
    together: (pieces, { from, to }) => {
      const cells = cellsOf(register, pieces);
      if (cells.length === 0) return undefined;
      const events = { admitted: admitted.countCells(cells, from, to), left: left.countCells(cells, from, to) };
      return wanted(crossingsOfCells(register, cells, { from, to }, events));
    },
    coverage: (unit, window) => registeredCoverage(register.territory, unit, window),
  };
}

/** Counts of members and events. */
class RowCounts implements Counts<number> {
  private readonly counters = new Map<string, Counter>();

  constructor(
    private readonly register: Register,
    private readonly by: CountedByRows,
    private readonly dimensions: Dimensions,
  ) {}

  count(unit: Unit, { from, to }: Window): number | undefined {
    if (this.by.from === 'MEMBERS') {
      const day = lastDay(unit, from, to);
      return day === undefined ? undefined : this.countPart(unit, day, day + 1);
    }
    if (to <= this.register.eventsFrom) return undefined;
    const parts = this.register.territory.parts(from, to);
    const counts = parts.map((part) => this.countPart(unit, part.from, part.to)).filter((count) => count !== undefined);
    return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
  }

  coverage(unit: Unit, window: Window): CoverageCount {
    const coverage = registeredCoverage(this.register.territory, unit, window);
    const isTold = this.by.from === 'MEMBERS' || window.to > this.register.eventsFrom;
    return isTold ? coverage : { ...coverage, answered: 0, onTime: 0 };
  }

  /** Over a span within which the tree stays the same; undefined where the unit holds no cell then. */
  private countPart(unit: Unit, from: Day, to: Day): number | undefined {
    const { intervals } = this.register.territory.holding(unit, from);
    return intervals.length === 0 ? undefined : this.countCells(intervals, from, to);
  }

  /** Of some cells, over a span of days. */
  countCells(intervals: Int32Array, from: Day, to: Day): number {
    return this.register.count(intervals, this.counter(from, to));
  }

  private counter(from: Day, to: Day): Counter {
    const key = `${from}|${to}`;
    const known = this.counters.get(key) ?? this.register.counterFor(this.by, this.dimensions, from, to);
    if (!known) throw new RangeError('the register cannot tell');
    this.counters.set(key, known);
    return known;
  }
}

/** The last day of a span on which a unit was open; undefined where it was open on none. */
function lastDay(unit: Unit, from: Day, to: Day): Day | undefined {
  const day = Math.min(to, unit.closedOn) - 1;
  return day < from ? undefined : day;
}

function registeredCoverage(territory: Territory, unit: Unit, { from, to }: Window): CoverageCount {
  const day = lastDay(unit, from, to);
  if (day === undefined) return { expected: 0, answered: 0, onTime: 0 };
  const { cells, withoutCells } = territory.holding(unit, day);
  return { expected: cells + withoutCells, answered: cells, onTime: cells };
}

/** Counts of the units themselves, where anything below is registered. */
function countsOfTree(
  { territory }: Register,
  kinds: readonly OrganizationKind[],
  dimensions: Dimensions,
): Counts<number> | undefined {
  if (Object.keys(dimensions).some((name) => name !== 'KIND')) return undefined;
  const wanted = kinds.filter((kind) => dimensions['KIND'] === undefined || dimensions['KIND'] === kind);
  return {
    count: (unit, { from, to }) => {
      const day = lastDay(unit, from, to);
      if (day === undefined) return undefined;
      const { cells, below } = territory.holding(unit, day);
      if (cells === 0) return undefined;
      return wanted.reduce((sum, kind) => sum + (below[ORGANIZATION_KINDS.indexOf(kind)] ?? 0), 0);
    },
    coverage: (unit, window) => registeredCoverage(territory, unit, window),
  };
}
