import fc from 'fast-check';
import type { Dimensions } from '../../src/facts/indicators/indicator.ts';
import { MEMBER_EVENT_KINDS } from '../../src/facts/members/member.ts';
import { dayOf } from '../../src/periods/day.ts';
import { Protection } from '../../src/protection/protection.ts';
import type { CellRows, EventRow, StayRow } from '../../src/register/block.ts';
import { countsFor } from '../../src/register/counts.ts';
import { ageKey, packDay } from '../../src/register/encoding.ts';
import { Register } from '../../src/register/register.ts';
import type { Window } from '../../src/rollup/window.ts';
import type { PlacementRow, UnitRow } from '../../src/tree/build.ts';
import { buildTree } from '../../src/tree/build.ts';
import type { Tree } from '../../src/tree/tree.ts';
import type { Unit } from '../../src/tree/unit.ts';

/** The smallest count that is shown. */
export const SMALLEST = 5;

/** The year of the test worlds. */
export const YEAR = 2023;

/** People of one cell: events by month (1 to 12) and ethnicity, and stays from one day up to another. */
export interface CellFacts {
  readonly admitted: readonly { readonly month: number; readonly origin: Origin; readonly times: number }[];
  readonly left: readonly { readonly month: number; readonly times: number }[];
  readonly stays: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly origin: Origin;
    readonly times: number;
  }[];
}

/** Ethnicities by code. */
export type Origin = '01' | '02' | '03';
export const ORIGINS: readonly Origin[] = ['01', '02', '03'];

/** All of them, and some: what an attacker may look for. */
export const SETS_OF_ORIGINS: readonly (readonly Origin[])[] = [
  ORIGINS,
  ...ORIGINS.map((origin) => [origin]),
  ...ORIGINS.map((without) => ORIGINS.filter((origin) => origin !== without)),
];

/** A nation of provinces of communes of cells. */
export type Facts = readonly (readonly (readonly CellFacts[])[])[];

/** What may be asked for: all, and one at a time. */
export const ORIGINS_ASKED = SETS_OF_ORIGINS.filter(({ length }) => length !== 2);

/** The filters that a set of ethnicities is the sum of. */
export function filtersOf(origins: readonly Origin[]): Record<string, string>[] {
  return origins.length === ORIGINS.length ? [{}] : origins.map((origin) => ({ ETHNICITY: origin }));
}

export interface World {
  readonly tree: Tree;
  readonly cells: readonly Unit[];
  readonly protection: Protection;
  count(indicator: string, unit: Unit, window: Window, dimensions?: Dimensions): number;
  isShown(indicator: string, unit: Unit, window: Window, dimensions?: Dimensions): boolean;
  /** The cells below a unit, all year. */
  cellsBelow(unit: Unit): readonly Unit[];
}

/** @param movedOn cells, by code, that hang under the first commune of the world up to a day */
export function makeWorld(facts: Facts, movedOn: Readonly<Record<string, number>> = {}): World {
  const { units, placements, rows } = rowsOf(facts, movedOn);
  const tree = buildTree(units, placements, []);
  const register = Register.empty(tree);
  const byCell = new Map([...rows].map(([id, cell]) => [id, packed(register, cell)]));
  const filled = register.withCells(byCell);
  const protection = new Protection({
    tree,
    register: filled,
    smallest: SMALLEST,
    valuesOf: (dimension) => (dimension === 'ETHNICITY' ? ORIGINS : []),
    isReserved: () => false,
  });
  const cells = tree.units.filter(({ id }) => rows.has(id));
  const end = dayOf(YEAR + 1, 1, 1) - 1;
  return {
    tree,
    cells,
    protection,
    count: (indicator, unit, window, dimensions = {}) =>
      countsFor(filled, indicator, dimensions)?.count(unit, window) ?? 0,
    isShown: (indicator, unit, window, dimensions = {}) =>
      protection.verdictOn(indicator, dimensions)(unit, window) === undefined,
    cellsBelow: (unit) => cells.filter((cell) => cell === unit || tree.ancestorsOn(cell, end).includes(unit)),
  };
}

function rowsOf(facts: Facts, movedOn: Readonly<Record<string, number>>) {
  const units: UnitRow[] = [];
  const placements: PlacementRow[] = [];
  const rows = new Map<number, CellFacts>();
  const add = (code: string, parentId: number | null, kind: PlacementRow['kind']): number => {
    const id = units.length + 1;
    units.push({ id, code, name: code, openedOn: null, closedOn: null, synthetic: true });
    const day = movedOn[code];
    if (day !== undefined) placements.push({ organizationId: id, parentId: 3, kind, from: null, to: day });
    placements.push({ organizationId: id, parentId, kind, from: day ?? null, to: null });
    return id;
  };
  const nation = add('VN', null, 'NATION');
  facts.forEach((communes, p) => {
    const province = add(`P${p}`, nation, 'PROVINCE');
    communes.forEach((cells, c) => {
      const commune = add(`P${p}-${c}`, province, 'GRASSROOTS_COMMITTEE');
      cells.forEach((cell, at) => rows.set(add(`P${p}-${c}-${at}`, commune, 'CELL'), cell));
    });
  });
  return { units, placements, rows };
}

function packed({ shared }: Register, { admitted, left, stays }: CellFacts): CellRows {
  const born = ageKey(dayOf(1980, 1, 1));
  const profile = (origin: Origin): number => shared.profiles.numberOf(`MALE|${origin}|||`);
  const event = (kind: 'ADMISSION' | 'LEAVING', month: number, origin: Origin): EventRow => ({
    kind: MEMBER_EVENT_KINDS.indexOf(kind),
    detail: 0,
    day: packDay(dayOf(YEAR, month, 10)),
    born,
    profile: profile(origin),
  });
  return {
    events: [
      ...admitted.flatMap(({ month, origin, times }) =>
        Array.from({ length: times }, () => event('ADMISSION', month, origin)),
      ),
      ...left.flatMap(({ month, times }) => Array.from({ length: times }, () => event('LEAVING', month, '01'))),
    ],
    stays: stays.flatMap(({ from, to, origin, times }) =>
      Array.from({ length: times }, (): StayRow => ({
        from: packDay(from),
        to: to === null ? 65_535 : packDay(to),
        official: packDay(from),
        born,
        profile: profile(origin),
      })),
    ),
  };
}

const origin = fc.constantFrom(...ORIGINS);
const times = fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 5, max: 12 }));
const month = fc.integer({ min: 1, max: 12 });

/** People who are there all the time, so that a register is never empty. */
const steady = { from: dayOf(2000, 1, 1), to: null, origin: '01', times: 20 } as const;

/** Cells with admissions in some months, often the same ones. */
export const eventFacts: fc.Arbitrary<Facts> = nationOf(
  fc
    .array(fc.record({ month: fc.oneof(month, fc.constantFrom(1, 2, 12)), origin, times }), { maxLength: 4 })
    .map((admitted) => ({ admitted, left: [], stays: [steady] })),
);

const stay = fc.record({
  from: fc.integer({ min: dayOf(YEAR - 3, 1, 1), max: dayOf(YEAR, 12, 31) }),
  to: fc.option(fc.integer({ min: dayOf(YEAR + 1, 1, 1) - 300, max: dayOf(YEAR + 1, 1, 1) + 100 })),
  origin,
  times,
});

/** Cells whose members come and go. */
export const stayFacts: fc.Arbitrary<Facts> = nationOf(
  fc.array(stay, { maxLength: 4 }).map((stays) => ({ admitted: [], left: [], stays: [steady, ...stays] })),
);

function nationOf(cell: fc.Arbitrary<CellFacts>): fc.Arbitrary<Facts> {
  const commune = fc.array(cell, { minLength: 1, maxLength: 3 });
  return fc.array(fc.array(commune, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
}
