import type { Unit } from '../tree/unit.ts';
import type { Figures } from './best.ts';
import type { CoverageCount } from './figure.ts';
import type { Contributing } from './contributions.ts';
import { contributionsTo } from './contributions.ts';
import { coverageOf, missingFrom } from './coverage.ts';
import type { Pairs } from './pairs.ts';
import { RestatedFigures } from './restate.ts';
import type { Share } from './share.ts';

/** What an answer rests on: the indicator's own figures, and the pairs of others that define it. */
export interface Grounds {
  readonly figures: Figures;
  readonly pairs: Pairs | undefined;
  /** What the pairs give for a unit. */
  share(unit: Unit): Share | undefined;
}

/** Into which side of a figure a contribution goes: the whole of it, or one side of a ratio. */
export type Side = 'WHOLE' | 'NUMERATOR' | 'DENOMINATOR';

export interface SidedContributing extends Contributing {
  readonly side: Side;
}

/** How much of the answer is there; `below`: of what is below the unit, even where it has a report of its own. */
export function coverageOfAnswer(grounds: Grounds, unit: Unit, below: boolean): CoverageCount {
  return deciding(grounds, unit, below)?.coverage(unit, below) ?? coverageOf(grounds.figures, unit, below);
}

/** The highest units that the answer misses, in the order of the codes. */
export function missingFromAnswer(grounds: Grounds, unit: Unit, below: boolean): Unit[] {
  return deciding(grounds, unit, below)?.missing(unit, below) ?? missingFrom(grounds.figures, unit, below);
}

/** What adds up to the answer. */
export function contributionsToAnswer(grounds: Grounds, unit: Unit): SidedContributing[] {
  const pairs = deciding(grounds, unit, false);
  if (!pairs) return [...contributionsTo(grounds.figures, unit)].map((each) => ({ ...each, side: 'WHOLE' }));
  return (['NUMERATOR', 'DENOMINATOR'] as const).flatMap((side) =>
    [...pairs.contributions(unit, side)].map((each) => ({ ...each, side })),
  );
}

/** Reports of units that a restated answer holds in part only, each with the side of the figure that it would go into. */
export function unsplitFrom(grounds: Grounds, unit: Unit): SidedContributing[] {
  const { figures, pairs } = grounds;
  const sides: readonly (readonly [Side, Figures | undefined])[] = [
    ['WHOLE', figures],
    ['NUMERATOR', pairs?.top],
    ['DENOMINATOR', pairs?.bottom],
  ];
  return sides.flatMap(([side, of]) => (of instanceof RestatedFigures ? unsplitOf(of, unit, side) : []));
}

function unsplitOf(figures: RestatedFigures, unit: Unit, side: Side): SidedContributing[] {
  return figures
    .unsplit(unit)
    .flatMap((piece) => [...contributionsTo(figures, piece.unit)].map((each) => ({ ...each, side })));
}

/** The pairs where it is they that the answer comes from: not where the unit reported the ratio itself. */
function deciding(grounds: Grounds, unit: Unit, below: boolean): Pairs | undefined {
  const { own, rolledUp } = grounds.figures.figure(unit);
  if (own && !below) return undefined;
  return grounds.share(unit) || !rolledUp ? grounds.pairs : undefined;
}
