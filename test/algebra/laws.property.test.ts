import fc from 'fast-check';
import { dayOf } from '../../src/periods/day.ts';
import { INDICATOR_KINDS } from '../../src/facts/indicators/indicator.ts';
import type { IndicatorKind } from '../../src/facts/indicators/indicator.ts';
import { contributionsTo } from '../../src/rollup/contributions.ts';
import { Pairs } from '../../src/rollup/pairs.ts';
import { shareOf } from '../../src/rollup/share.ts';
import type { MadeFact, World } from './generated.ts';
import { figuresOf, worlds } from './generated.ts';
import { naiveBelow, naiveBest } from './naive.ts';

const RUNS = { numRuns: 150 };
const COUNTS = fc.constantFrom<IndicatorKind>('FLOW', 'STOCK');

/** At most one report a unit, of the whole year, exact. */
function yearly(world: World): World {
  const byUnit = new Map(
    world.facts.map((fact) => [
      fact.unit,
      { ...fact, period: '2023', value: fact.value ?? 3, qualifier: 'EXACT' as const },
    ]),
  );
  return { ...world, facts: [...byUnit.values()] };
}

function values(world: World, kind: IndicatorKind, count = world.units.length): unknown[] {
  const figures = figuresOf(world, kind);
  return figures.tree.units.slice(0, count).map((unit) => {
    const { best, rolledUp } = figures.figure(unit);
    return [best?.value, rolledUp?.value, best?.numerator, best?.denominator];
  });
}

test('a period that is split and joined again says the same', () => {
  const splits = [
    ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'],
    ['2023-01-01/2023-06-30', '2023-Q3', '2023-Q4'],
    ['2023-01-01/2023-09-30', '2023-Q4'],
  ] as const;
  const split = (fact: MadeFact, periods: readonly string[]): MadeFact[] => {
    const first = Math.floor((fact.value ?? 0) / 2);
    return periods.map((period, at) => ({
      ...fact,
      period,
      value: at === 0 ? first : at === 1 ? (fact.value ?? 0) - first : 0,
    }));
  };
  fc.assert(
    fc.property(worlds({ moving: false }).map(yearly), fc.constantFrom(...splits), (world, periods) => {
      const parted = { ...world, facts: world.facts.flatMap((fact) => split(fact, periods)) };
      expect(values(parted, 'FLOW')).toEqual(values(world, 'FLOW'));
    }),
    RUNS,
  );
});

test('a subtree that is split by a unit in between says the same', () => {
  const cases = worlds({ moving: true }).chain((world) =>
    fc.tuple(
      fc.constant(world),
      fc.nat(world.units.length - 1),
      fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
    ),
  );
  fc.assert(
    fc.property(cases, fc.constantFrom<IndicatorKind>(...INDICATOR_KINDS), ([world, parent, chosen], kind) => {
      const between = world.units.length;
      const under = (index: number, at: number): number => (at === parent && chosen[index] ? between : at);
      const units = world.units.map((unit, index) =>
        index === 0
          ? unit
          : {
              ...unit,
              parent: under(index, unit.parent),
              moves: unit.moves && { ...unit.moves, to: under(index, unit.moves.to) },
            },
      );
      const parted = { units: [...units, { parent, moves: undefined, closedOn: undefined }], facts: world.facts };
      expect(values(parted, kind, between)).toEqual(values(world, kind));
    }),
    RUNS,
  );
});

test('moves within the country change who has something, and not how much there is', () => {
  const cases = worlds({ moving: true }).map((world): [World, World] => {
    const lowest = new Set(
      world.units
        .map((_, index) => index)
        .filter((index) => !world.units.some((unit) => unit.parent === index || unit.moves?.to === index)),
    );
    const reported = yearly({
      ...world,
      facts: world.facts.filter((fact) => lowest.has(fact.unit) && fact.unit !== 0),
    });
    const open = reported.units.map((unit) => ({ ...unit, closedOn: undefined }));
    return [
      { ...reported, units: open },
      { ...reported, units: open.map((unit) => ({ ...unit, moves: undefined })) },
    ];
  });
  fc.assert(
    fc.property(cases, COUNTS, ([moving, still], kind) => {
      expect(values(moving, kind, 1)).toEqual(values(still, kind, 1));
    }),
    RUNS,
  );
});

test('a unit that moves takes its later quarters along, and leaves the earlier ones', () => {
  const quarters = [1, 2, 3, 4].map((quarter): MadeFact => ({
    unit: 3,
    period: `2023-Q${quarter}`,
    value: 10 ** quarter,
    numerator: null,
    denominator: null,
    qualifier: 'EXACT',
    knownAt: 1,
  }));
  const units = [-1, 0, 0, 1].map((parent) => ({ parent, moves: undefined, closedOn: undefined }));
  const world = {
    units: units.map((unit, index) => (index === 3 ? { ...unit, moves: { on: dayOf(2023, 7, 1), to: 2 } } : unit)),
    facts: quarters,
  };
  expect(values(world, 'FLOW').map((line) => (line as unknown[])[0])).toEqual([11110, 110, 11000, 11110]);
});

describe('a ratio of two indicators', () => {
  /** Two worlds on one tree: what is divided, and what it is divided by. */
  const both = worlds({ moving: false }).chain(({ units }) => {
    const reports = fc.array(fc.option(fc.nat(9), { freq: 2, nil: undefined }), {
      minLength: units.length,
      maxLength: units.length,
    });
    const world = reports.map((values): World => ({
      units,
      facts: values.flatMap((value, unit) =>
        value === undefined
          ? []
          : [{ unit, period: '2023', value, numerator: null, denominator: null, qualifier: 'EXACT', knownAt: 1 }],
      ),
    }));
    return fc.tuple(world, world);
  });

  /** Whether on every way down from a unit somebody reports: nothing of it is missing. */
  function isWhole(world: World, kind: IndicatorKind, unit: number): boolean {
    const own = naiveBest(world, kind, unit);
    const below = naiveBelow(world, kind, unit);
    if (own && (!below || own.facts.join() !== below.facts.join())) return true;
    const children = world.units
      .map((_, index) => index)
      .filter((index) => index > 0 && world.units[index]?.parent === unit);
    return children.length > 0 && children.every((child) => isWhole(world, kind, child));
  }

  function naivePair(top: World, bottom: World, kind: IndicatorKind, unit: number): [number, number] | undefined {
    if (isWhole(top, 'FLOW', unit) && isWhole(bottom, kind, unit))
      return [naiveBest(top, 'FLOW', unit)?.value ?? 0, naiveBest(bottom, kind, unit)?.value ?? 0];
    const children = top.units
      .map((_, index) => index)
      .filter((index) => index > 0 && top.units[index]?.parent === unit);
    const pairs = children.flatMap((child) =>
      [naivePair(top, bottom, kind, child)].filter((pair) => pair !== undefined),
    );
    return pairs.length === 0
      ? undefined
      : [pairs.reduce((sum, [value]) => sum + value, 0), pairs.reduce((sum, [, value]) => sum + value, 0)];
  }

  test('divides figures of the same units alone', () => {
    fc.assert(
      fc.property(both, COUNTS, ([top, bottom], kind) => {
        const pairs = new Pairs(figuresOf(top, 'FLOW'), figuresOf(bottom, kind));
        const ours = pairs.top.tree.units.map(
          (unit) => pairs.pair(unit) && [pairs.pair(unit)?.numerator.value, pairs.pair(unit)?.denominator.value],
        );
        expect(ours).toEqual(top.units.map((_, unit) => naivePair(top, bottom, kind, unit)));
      }),
      RUNS,
    );
  });

  test('is made of contributions that add up to both sides', () => {
    fc.assert(
      fc.property(both, COUNTS, ([top, bottom], kind) => {
        const pairs = new Pairs(figuresOf(top, 'FLOW'), figuresOf(bottom, kind));
        for (const unit of pairs.top.tree.units) {
          const sum = (side: 'NUMERATOR' | 'DENOMINATOR'): number =>
            [...pairs.contributions(unit, side)].reduce((total, { amount }) => total + (amount.value ?? 0), 0);
          const pair = pairs.pair(unit);
          expect([sum('NUMERATOR'), sum('DENOMINATOR')]).toEqual([
            pair?.numerator.value ?? 0,
            pair?.denominator.value ?? 0,
          ]);
        }
      }),
      RUNS,
    );
  });

  test('says of whom it is: expected less answered are those it names as missing', () => {
    fc.assert(
      fc.property(both, fc.boolean(), ([top, bottom], below) => {
        const pairs = new Pairs(figuresOf(top, 'FLOW'), figuresOf(bottom, 'FLOW'));
        for (const unit of pairs.top.tree.units) {
          const { expected, answered } = pairs.coverage(unit, below);
          expect(expected - answered).toBe(pairs.missing(unit, below).length);
          if (!below) expect(answered > 0).toBe(pairs.pair(unit) !== undefined);
        }
      }),
      RUNS,
    );
  });

  test('of all is the ratio of the sums where all have both', () => {
    const full = worlds({ moving: false }).map((world): World => ({
      ...world,
      facts: world.units.map((_, unit) => ({
        unit,
        period: '2023',
        value: unit + 1,
        numerator: null,
        denominator: null,
        qualifier: 'EXACT',
        knownAt: 1,
      })),
    }));
    fc.assert(
      fc.property(full, (world) => {
        const figures = figuresOf({ ...world, facts: world.facts.filter((fact) => fact.unit > 0) }, 'FLOW');
        const pair = new Pairs(figures, figures).pair(figures.tree.root);
        if (world.units.length > 1) expect(shareOf(pair?.numerator, pair?.denominator)?.value).toBe(100);
        expect([...contributionsTo(figures, figures.tree.root)].length).toBe(
          world.units.filter((unit, index) => index > 0 && unit.parent === 0).length,
        );
      }),
      RUNS,
    );
  });
});
