import fc from 'fast-check';
import type { IndicatorKind } from '../../src/facts/indicators/indicator.ts';
import { INDICATOR_KINDS } from '../../src/facts/indicators/indicator.ts';
import type { Amount } from '../../src/rollup/amount.ts';
import { exactSum } from '../../src/rollup/amount.ts';
import type { Figures } from '../../src/rollup/best.ts';
import { contributionsTo } from '../../src/rollup/contributions.ts';
import { coverageOf, cut, missingFrom } from '../../src/rollup/coverage.ts';
import type { Unit } from '../../src/tree/unit.ts';
import type { World } from './generated.ts';
import { factsOf, figuresOf, treeOf, worlds } from './generated.ts';
import type { Naive } from './naive.ts';
import { naiveBelow, naiveBest } from './naive.ts';

const RUNS = { numRuns: 200 };
const kinds = fc.constantFrom<IndicatorKind>(...INDICATOR_KINDS);
const moments = fc.integer({ min: 1, max: 3 });

/** Rounded as the algebra rounds, without its facts. */
function plain(amount: Amount | Naive | undefined): unknown {
  if (!amount) return undefined;
  const { value, numerator, denominator, qualifier } = amount;
  return { value: value === null ? null : Number(value.toPrecision(9)), numerator, denominator, qualifier };
}

function everyUnit(world: World, check: (unit: Unit) => void): void {
  for (const unit of treeOf(world).units) check(unit);
}

function valuesOf(figures: Figures): unknown[] {
  return figures.tree.units.map((unit) => {
    const { best, rolledUp, coverage, coverageBelow, asOf } = figures.figure(unit);
    return { best: plain(best), rolledUp: plain(rolledUp), coverage, coverageBelow, asOf };
  });
}

describe('on trees of any depth, with units that move and end, and reports at all levels', () => {
  test.each(INDICATOR_KINDS)(
    'a %s is what a naive recomputation from every fact upwards says, as known at any time',
    (kind) => {
      fc.assert(
        fc.property(worlds({ moving: true }), moments, (world, knownAt) => {
          const figures = figuresOf(world, kind, { knownAt });
          const ours = figures.tree.units.map((unit) => [
            plain(figures.figure(unit).best),
            plain(figures.figure(unit).rolledUp),
          ]);
          const naive = world.units.map((_, unit) => [
            plain(naiveBest(world, kind, unit, knownAt)),
            plain(naiveBelow(world, kind, unit, knownAt)),
          ]);
          expect(ours).toEqual(naive);
        }),
        RUNS,
      );
    },
  );

  test.each(INDICATOR_KINDS)('what contributes to a %s is exactly what it is made of', (kind) => {
    fc.assert(
      fc.property(worlds({ moving: true }), (world) => {
        const figures = figuresOf(world, kind);
        const ours = figures.tree.units.map((unit) =>
          [...contributionsTo(figures, unit)].map(({ fact }) => fact?.id ?? -1).sort((a, b) => a - b),
        );
        expect(ours).toEqual(world.units.map((_, unit) => naiveBest(world, kind, unit)?.facts ?? []));
      }),
      RUNS,
    );
  });

  test('contributions add up to the value, and parts to parts', () => {
    fc.assert(
      fc.property(worlds({ moving: true }), kinds, (world, kind) => {
        const figures = figuresOf(world, kind);
        everyUnit(world, (unit) => {
          const { best, own } = figures.figure(unit);
          const amounts = [...contributionsTo(figures, unit)].map(({ amount }) => amount);
          if (!best || own?.facts.length === 1) return;
          const sides =
            kind === 'RATIO' || kind === 'AVERAGE' ? (['numerator', 'denominator'] as const) : (['value'] as const);
          for (const side of sides)
            expect(amounts.reduce((sum, each) => exactSum(sum, each[side] ?? 0), 0)).toBe(best[side]);
        });
      }),
      RUNS,
    );
  });

  test('the order of loading does not matter', () => {
    const shuffled = worlds({ moving: true }).chain((world) =>
      fc.tuple(
        fc.constant(world),
        fc.shuffledSubarray(factsOf(world, 'FLOW'), { minLength: world.facts.length, maxLength: world.facts.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom<IndicatorKind>('FLOW', 'STOCK'), ([world, facts], kind) => {
        expect(valuesOf(figuresOf(world, kind, { facts }))).toEqual(valuesOf(figuresOf(world, kind)));
      }),
      RUNS,
    );
  });

  test('the order of asking does not matter', () => {
    fc.assert(
      fc.property(worlds({ moving: true }), kinds, (world, kind) => {
        const [down, up] = [figuresOf(world, kind), figuresOf(world, kind)];
        for (const unit of [...up.tree.units].reverse()) up.figure(unit);
        expect(valuesOf(up)).toEqual(valuesOf(down));
      }),
      RUNS,
    );
  });

  test('no value changes when an unrelated subtree does', () => {
    const changed = worlds({ moving: true }).chain((world) =>
      fc.tuple(
        fc.constant(world),
        fc.integer({ min: 0, max: world.units.length - 1 }),
        fc.integer({ min: 0, max: 99 }),
      ),
    );
    fc.assert(
      fc.property(changed, kinds, ([world, unit, value], kind) => {
        const fact = {
          unit,
          period: '2023',
          value,
          numerator: value,
          denominator: 100,
          qualifier: 'EXACT',
          knownAt: 1,
        } as const;
        const [before, after] = [figuresOf(world, kind), figuresOf({ ...world, facts: [...world.facts, fact] }, kind)];
        const touched = aboveAtAnyTime(world, unit);
        everyUnit(world, (other) => {
          if (!touched.has(other.index)) expect(after.figure(other)).toEqual(before.figure(other));
        });
      }),
      RUNS,
    );
  });
});

describe('coverage', () => {
  test('is what the list of those expected says, each unit once', () => {
    fc.assert(
      fc.property(worlds({ moving: true }), kinds, fc.boolean(), (world, kind, below) => {
        const figures = figuresOf(world, kind);
        everyUnit(world, (unit) => {
          const { expected, answered } = coverageOf(figures, unit, below);
          const missing = missingFrom(figures, unit, below).map(({ code }) => code);
          expect(new Set(missing).size).toBe(missing.length);
          expect(expected - answered).toBe(missing.length);
        });
      }),
      RUNS,
    );
  });

  test('without moves the sums that are kept equal the list that is walked', () => {
    fc.assert(
      fc.property(worlds({ moving: false }), kinds, fc.boolean(), (world, kind, below) => {
        const figures = figuresOf(world, kind);
        everyUnit(world, (unit) => {
          const list = [...cut(figures, unit, below)];
          const walked = {
            expected: list.length,
            answered: list.filter((each) => each.answered).length,
            onTime: list.filter((each) => each.onTime).length,
          };
          expect(coverageOf(figures, unit, below)).toEqual(walked);
        });
      }),
      RUNS,
    );
  });

  test('without moves every lowest unit lies below exactly one that answered or one that is missing', () => {
    fc.assert(
      fc.property(
        worlds({ moving: false }),
        fc.constantFrom<IndicatorKind>('FLOW', 'STOCK', 'RATIO'),
        (world, kind) => {
          const figures = figuresOf(world, kind);
          const parents = world.units.map(({ parent }) => parent);
          const chain = (index: number): number[] => (index < 0 ? [] : [index, ...chain(parents[index] ?? -1)]);
          const lowest = parents.map((_, index) => index).filter((index) => !parents.includes(index));
          everyUnit(world, (unit) => {
            const expected = new Set([...cut(figures, unit, false)].map((each) => each.unit.index));
            for (const leaf of lowest.filter((index) => chain(index).includes(unit.index))) {
              expect(chain(leaf).filter((index) => expected.has(index))).toHaveLength(1);
            }
          });
        },
      ),
      RUNS,
    );
  });

  test('who is missing has nothing at or below, and stands right below somebody who has', () => {
    fc.assert(
      fc.property(worlds({ moving: false }), (world) => {
        const figures = figuresOf(world, 'FLOW');
        const root = figures.tree.root;
        for (const unit of missingFrom(figures, root, true)) {
          expect(naiveBest(world, 'FLOW', unit.index)).toBeUndefined();
          const above = world.units[unit.index]?.parent ?? 0;
          expect(above === 0 || naiveBelow(world, 'FLOW', above) !== undefined).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

/** A unit and all that stood above it at any time. */
function aboveAtAnyTime(world: World, unit: number): Set<number> {
  const found = new Set<number>();
  const climb = (index: number): void => {
    if (index < 0 || found.has(index)) return;
    found.add(index);
    const made = world.units[index];
    if (!made) return;
    climb(made.parent);
    if (made.moves) climb(made.moves.to);
  };
  climb(unit);
  return found;
}
