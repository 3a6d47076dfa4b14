import type { Unit } from '../tree/unit.ts';
import type { Figures } from './best.ts';
import type { CoverageCount } from './figure.ts';
import type { Window } from './window.ts';

/** A unit that is expected to answer for itself and everything below it. */
export interface Expected {
  readonly unit: Unit;
  readonly answered: boolean;
  readonly onTime: boolean;
}

/** How much of a unit's figure is there, or of what is below it. */
export function coverageOf(figures: Figures, unit: Unit, below: boolean): CoverageCount {
  const { coverage, coverageBelow } = figures.figure(unit);
  return figures.sawMoves && !figures.counts
    ? countExpected(once(cut(figures, unit, below)))
    : below
      ? coverageBelow
      : coverage;
}

/** The highest units that a figure misses, with nothing reported at or below them; in the order of the codes. */
export function missingFrom(figures: Figures, unit: Unit, below: boolean): Unit[] {
  return once(cut(figures, unit, below))
    .filter((each) => !each.answered)
    .map((each) => each.unit)
    .sort((a, b) => a.index - b.index);
}

/** Counts a list of those expected. */
export function countExpected(all: readonly Expected[]): CoverageCount {
  return {
    expected: all.length,
    answered: all.filter((each) => each.answered).length,
    onTime: all.filter((each) => each.onTime).length,
  };
}

/** A unit that hung in two places within the period is expected once: it answered where it did for both. */
export function once(all: Iterable<Expected>): Expected[] {
  const byUnit = new Map<number, Expected>();
  for (const each of all) {
    const other = byUnit.get(each.unit.index);
    const both = other && {
      unit: each.unit,
      answered: other.answered && each.answered,
      onTime: other.onTime && each.onTime,
    };
    byUnit.set(each.unit.index, both ?? each);
  }
  return [...byUnit.values()];
}

/** Cuts the tree below a unit: every cell lies below exactly one of those expected. */
export function* cut(figures: Figures, unit: Unit, below: boolean): Generator<Expected> {
  const figure = figures.figure(unit);
  if (figure.own && !below) yield { unit, answered: true, onTime: figures.wasOnTime(figure.own) };
  else if (figure.coverageBelow.expected > 0 && figures.parts(unit).length > 0) yield* cutBelow(figures, unit);
  else if (!below && figure.coverage.expected > 0) yield { unit, answered: false, onTime: false };
}

/** Cuts the tree below a unit, in a part of the period. */
export function* cutBelow(figures: Figures, unit: Unit, window?: Window): Generator<Expected> {
  for (const part of figures.parts(unit, window)) {
    if (figures.hasFacts(part.unit)) yield* expected(figures, part.unit, part.window);
    else if (figures.counts) yield* uncounted(figures, part.unit, part.window);
    else yield { unit: part.unit, answered: false, onTime: false };
  }
}

function* expected(figures: Figures, unit: Unit, window: Window): Generator<Expected> {
  const { given, own } = figures.figureWithin(unit, window);
  if (given.coverage.expected === 0) return;
  if (given.from === 'OWN' && own) yield { unit, answered: true, onTime: figures.wasOnTime(own) };
  else if (given.from === 'BELOW') yield* cutBelow(figures, unit, window);
  else yield { unit, answered: false, onTime: false };
}

/** Of what is counted, those that are missing: without a cell below them that is registered. */
function* uncounted(figures: Figures, unit: Unit, window: Window): Generator<Expected> {
  const coverage = figures.counts?.coverage(unit, window);
  if (!coverage || coverage.answered === coverage.expected) return;
  const parts = figures.parts(unit, window);
  if (parts.length === 0) yield { unit, answered: false, onTime: false };
  for (const part of parts) yield* uncounted(figures, part.unit, part.window);
}
