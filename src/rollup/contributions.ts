import type { Unit } from '../tree/unit.ts';
import type { Figures } from './best.ts';
import type { Fact } from './fact.ts';
import type { Window } from './window.ts';

/** A unit and the fact of its own that goes into a figure. */
export interface ContributingFact {
  readonly unit: Unit;
  readonly fact: Fact;
}

/** The facts that add up to a unit's best figure, in the order of the tree. */
export function* contributionsTo(figures: Figures, unit: Unit, window?: Window): Generator<ContributingFact> {
  const figure = window ? figures.figureWithin(unit, window) : figures.figure(unit);
  if (figure.own) {
    for (const fact of figure.own.facts) yield { unit, fact };
    return;
  }
  if (!figure.best) return;
  for (const part of figures.parts(unit, window)) {
    if (figures.hasFacts(part.unit) && counts(figures, part.unit, part.window)) {
      yield* contributionsTo(figures, part.unit, part.window);
    }
  }
}

/** The highest units that a figure misses: with nothing reported at or below them. */
export function* missingFrom(figures: Figures, unit: Unit, below: boolean, window?: Window): Generator<Unit> {
  const figure = window ? figures.figureWithin(unit, window) : figures.figure(unit);
  const reported = figure.own !== undefined && !below;
  if (reported) {
    if (window && !counts(figures, unit, window)) yield unit;
    return;
  }
  const parts = figures.parts(unit, window);
  const opened = figure.rolledUp !== undefined || below;
  if (figure.coverage.expected === 0) return;
  if (!opened || parts.length === 0) {
    yield unit;
    return;
  }
  for (const part of parts) {
    if (figures.hasFacts(part.unit)) yield* missingFrom(figures, part.unit, false, part.window);
    else yield part.unit;
  }
}

/** A share that was published without its parts cannot be combined. */
function counts(figures: Figures, unit: Unit, window: Window): boolean {
  const { best } = figures.figureWithin(unit, window);
  return figures.question.behaviour.overUnits !== 'RECOMPUTE' || (best !== undefined && best.denominator !== null);
}
