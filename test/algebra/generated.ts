import fc from 'fast-check';
import type { Qualifier } from '../../src/facts/indicators/indicator.ts';
import type { Day } from '../../src/periods/day.ts';
import { NO_END, dayOf } from '../../src/periods/day.ts';
import { formatPeriod } from '../../src/periods/format.ts';
import { parsePeriod } from '../../src/periods/parse.ts';
import type { Period } from '../../src/periods/period.ts';
import { Figures } from '../../src/rollup/best.ts';
import type { Fact } from '../../src/rollup/fact.ts';
import { behaviourOf, scaleOf } from '../../src/rollup/kinds.ts';
import type { IndicatorKind, ObservationRole } from '../../src/facts/indicators/indicator.ts';
import { buildTree } from '../../src/tree/build.ts';
import type { PlacementRow } from '../../src/tree/build.ts';
import type { Tree } from '../../src/tree/tree.ts';

/** A unit of a generated tree: where it hangs, where it moves to and when, and when it ends. */
export interface MadeUnit {
  readonly parent: number;
  readonly moves: { readonly on: Day; readonly to: number } | undefined;
  readonly closedOn: Day | undefined;
}

/** A report of a generated unit. */
export interface MadeFact {
  readonly unit: number;
  readonly period: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly qualifier: Qualifier;
  readonly knownAt: number;
}

export interface World {
  readonly units: readonly MadeUnit[];
  readonly facts: readonly MadeFact[];
}

export const YEAR = parsePeriod('2023');
const PERIODS = [
  '2023',
  '2023~',
  '2023-01-01/2023-06-30',
  '2023-07-01/2023-12-31',
  '2023-01-01/2023-09-30',
  '2023-Q1',
  '2023-Q2',
  '2023-Q3',
  '2023-Q4',
  '2023-07',
  '2023-08',
  '2023-09',
  '2023-12-31',
  '2023-06-30',
  '2022',
  '2024-Q1',
];

const dayOf2023 = fc.integer({ min: 2, max: 364 }).map((day) => dayOf(2023, 1, day));

function unitAt(index: number, moving: boolean): fc.Arbitrary<MadeUnit> {
  const above = fc.integer({ min: 0, max: index - 1 });
  const moves = fc.option(fc.record({ on: dayOf2023, to: above }), { freq: 3, nil: undefined });
  const closedOn = fc.option(dayOf2023, { freq: 5, nil: undefined });
  const made = fc.record({
    parent: above,
    moves: moving ? moves : fc.constant(undefined),
    closedOn: moving ? closedOn : fc.constant(undefined),
  });
  return made.map((unit) =>
    unit.moves && unit.closedOn !== undefined && unit.closedOn <= unit.moves.on
      ? { ...unit, closedOn: undefined }
      : unit,
  );
}

/** Sets of reports that together cover the year, and single ones that don't. */
const BUNDLES = [
  ['2023-01-01/2023-06-30', '2023-07-01/2023-12-31'],
  ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'],
  ['2023-01-01/2023-06-30', '2023-07', '2023-08', '2023-09', '2023-Q4'],
  ['2023-01-01/2023-09-30', '2023-Q4'],
  ['2023-Q1', '2023-Q2', '2023-01-01/2023-06-30', '2023-Q3', '2023-Q4'],
];

function bundleOf(count: number): fc.Arbitrary<MadeFact[]> {
  const single = fc.constantFrom(...PERIODS).map((period) => [period]);
  const periods = fc.oneof({ weight: 3, arbitrary: single }, { weight: 1, arbitrary: fc.constantFrom(...BUNDLES) });
  return fc
    .tuple(fc.integer({ min: 0, max: count - 1 }), periods)
    .chain(([unit, chosen]) => fc.tuple(...chosen.map((period) => factOf(unit, period))));
}

function factOf(unit: number, period: string): fc.Arbitrary<MadeFact> {
  const small = fc.integer({ min: 0, max: 20 });
  return fc.record({
    unit: fc.constant(unit),
    period: fc.constant(period),
    value: fc.option(small, { freq: 8, nil: null }),
    numerator: fc.option(small, { freq: 4, nil: null }),
    denominator: fc.option(small, { freq: 4, nil: null }),
    qualifier: fc.constantFrom<Qualifier>('EXACT', 'EXACT', 'AT_LEAST', 'GREATER_THAN'),
    knownAt: fc.integer({ min: 1, max: 3 }),
  });
}

/** Trees of any depth with reports at all levels; `moving`: with units that move and end within the year. */
export function worlds({ moving }: { moving: boolean }): fc.Arbitrary<World> {
  return fc.integer({ min: 1, max: 14 }).chain((count) =>
    fc.record({
      units: fc.tuple(
        ...Array.from({ length: count }, (_, at) =>
          at === 0 ? fc.constant({ parent: -1, moves: undefined, closedOn: undefined }) : unitAt(at, moving),
        ),
      ),
      facts: fc.array(bundleOf(count), { maxLength: 12 }).map((bundles) => bundles.flat()),
    }),
  );
}

/** The tree of a world. The code of a unit is its index, so that their orders agree. */
export function treeOf({ units }: World): Tree {
  const rows = units.map(({ closedOn }, index) => ({
    id: index,
    code: codeOf(index),
    name: codeOf(index),
    openedOn: null,
    closedOn: closedOn ?? null,
    synthetic: false,
  }));
  const placements = units.flatMap(({ parent, moves, closedOn }, index): PlacementRow[] => {
    const base = { organizationId: index, kind: index === 0 ? 'NATION' : 'CELL', to: closedOn ?? null } as const;
    if (!moves) return [{ ...base, parentId: index === 0 ? null : parent, from: null }];
    return [
      { ...base, parentId: parent, from: null, to: moves.on },
      { ...base, parentId: moves.to, from: moves.on },
    ];
  });
  return buildTree(rows, placements, []);
}

function codeOf(index: number): string {
  return `U${String(index).padStart(3, '0')}`;
}

/** The algebra's facts of a world, numbered in the order of the world whatever order they are loaded in. */
export function factsOf({ facts }: World, kind: IndicatorKind): Fact[] {
  return facts.map((made, id) => {
    const period = parsePeriod(made.period);
    const days = period.type === 'span' ? { from: period.from, to: period.to } : undefined;
    const approximate = period.type === 'span' && period.approximate;
    const isRatio = kind === 'RATIO' || kind === 'AVERAGE';
    const numerator = isRatio ? made.numerator : null;
    const denominator = isRatio ? made.denominator : null;
    const share =
      numerator === null || denominator === null || denominator === 0
        ? null
        : (numerator / denominator) * scaleOf(kind);
    const value = made.value ?? share;
    return {
      ...made,
      value,
      id,
      periodKey: formatPeriod(period),
      days,
      approximate,
      per: null,
      sourceId: 'source',
      numerator,
      denominator,
    };
  });
}

/** The figures of a world for a question. */
export function figuresOf(
  world: World,
  kind: IndicatorKind,
  options: { period?: Period; knownAt?: number; role?: ObservationRole; facts?: readonly Fact[] } = {},
): Figures {
  const { period = YEAR, knownAt, role = 'ACTUAL', facts = factsOf(world, kind) } = options;
  const question = { behaviour: behaviourOf(kind, role), scale: scaleOf(kind), period, knownAt };
  return new Figures(
    treeOf(world),
    question,
    Map.groupBy(facts, (fact) => fact.unit),
    (fact) => fact.knownAt < 3,
  );
}

/** First day on which a unit is no more. */
export function endOf(unit: MadeUnit): Day {
  return unit.closedOn ?? NO_END;
}
