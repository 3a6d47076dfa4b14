import { samePeriod } from '../periods/period.ts';
import type { Unit } from '../tree/unit.ts';
import type { Amount } from './amount.ts';
import { sumAmounts } from './amount.ts';
import type { Figures } from './best.ts';
import type { CoverageCount, Figure } from './figure.ts';
import { addCoverage, MISSING_UNIT, NOTHING_EXPECTED } from './figure.ts';
import type { Contributing } from './contributions.ts';
import { contributionsGiven } from './contributions.ts';
import type { Expected } from './coverage.ts';
import { countExpected, cutBelow, once } from './coverage.ts';
import type { Window } from './window.ts';

/** Two figures of the same units: what is divided, and what it is divided by. */
export interface Pair {
  readonly numerator: Amount;
  readonly denominator: Amount;
}

interface PairFigure {
  readonly pair: Pair | undefined;
  /**
   * Whether the two figures of the unit itself stand against each other, or those of units below it; or
   * none do, though both figures are there; or one of them is not.
   */
  readonly taken: 'HERE' | 'BELOW' | 'NOWHERE' | 'NOT_BOTH';
  readonly coverageBelow: CoverageCount;
  readonly given: CoverageCount;
}

/**
 * Numerators and denominators of a ratio that is defined by two others. Only figures of the same units may
 * be divided by one another: the unit's own where both are whole, else the sums over those below it that
 * have both. Admissions of one district over the members of another are no ratio of their province.
 */
export class Pairs {
  private readonly figures = new Map<string, PairFigure>();
  private readonly samePeriod: boolean;

  constructor(
    readonly top: Figures,
    readonly bottom: Figures,
  ) {
    this.samePeriod = samePeriod(top.question.period, bottom.question.period);
  }

  /** The two figures of a unit; undefined where nobody has both. */
  pair(unit: Unit): Pair | undefined {
    return this.figure(unit, this.top.window).pair;
  }

  /** How many units have both figures. */
  coverage(unit: Unit, below: boolean): CoverageCount {
    const { coverageBelow, given, pair } = this.figure(unit, this.top.window);
    if (this.top.sawMoves && !this.top.counts) return countExpected(once(this.cutFrom(unit, below)));
    return below || (!pair && coverageBelow.expected > 0) ? coverageBelow : given;
  }

  /** The highest units below which nobody has both figures. */
  missing(unit: Unit, below: boolean): Unit[] {
    const missing = once(this.cutFrom(unit, below)).filter((each) => !each.answered);
    return missing.map((each) => each.unit).sort((a, b) => a.index - b.index);
  }

  /** The facts that add up to the numerator or to the denominator. */
  *contributions(unit: Unit, side: 'NUMERATOR' | 'DENOMINATOR'): Generator<Contributing> {
    for (const { at, window } of this.takenAt(unit, this.top.window)) {
      if (side === 'NUMERATOR') yield* contributionsGiven(this.top, at, window);
      else yield* contributionsGiven(this.bottom, at, this.bottomWindow(at, window) ?? this.bottom.window);
    }
  }

  private figure(unit: Unit, window: Window): PairFigure {
    const key = `${unit.index}|${window.from}|${window.to}`;
    const known = this.figures.get(key);
    if (known) return known;
    const figure = this.workOut(unit, window);
    this.figures.set(key, figure);
    return figure;
  }

  private workOut(unit: Unit, window: Window): PairFigure {
    const top = this.top.figureWithin(unit, window);
    const bottomWindow = this.bottomWindow(unit, window);
    const bottom = bottomWindow && this.bottom.figureWithin(unit, bottomWindow);
    if (!bottom || (top.coverage.expected === 0 && !top.best)) {
      return { pair: undefined, taken: 'NOT_BOTH', coverageBelow: NOTHING_EXPECTED, given: NOTHING_EXPECTED };
    }
    if (!top.best || !bottom.best) {
      const coverageBelow = { expected: this.top.parts(unit, window).length, answered: 0, onTime: 0 };
      return { pair: undefined, taken: 'NOT_BOTH', coverageBelow, given: MISSING_UNIT };
    }
    if (!this.areComparable(unit, top, bottom)) return this.fromBelow(unit, window);
    const { coverage, coverageBelow } = top;
    return { pair: { numerator: top.best, denominator: bottom.best }, taken: 'HERE', coverageBelow, given: coverage };
  }

  private fromBelow(unit: Unit, window: Window): PairFigure {
    const parts = this.top.parts(unit, window);
    const below = parts.map((part) => (this.mayHaveBoth(part.unit) ? this.figure(part.unit, part.window) : undefined));
    const numerator = sumAmounts(below.flatMap((figure) => figure?.pair?.numerator ?? []));
    const denominator = sumAmounts(below.flatMap((figure) => figure?.pair?.denominator ?? []));
    const coverageBelow = addCoverage(below.map((figure) => figure?.given ?? MISSING_UNIT));
    if (!numerator || !denominator) return { pair: undefined, taken: 'NOWHERE', coverageBelow, given: MISSING_UNIT };
    return { pair: { numerator, denominator }, taken: 'BELOW', coverageBelow, given: coverageBelow };
  }

  /** Both whole, or both counted from the same register with the same gaps. */
  private areComparable(unit: Unit, top: Figure, bottom: Figure): boolean {
    if (isWhole(top) && isWhole(bottom)) return true;
    const counted = this.top.counts !== undefined && this.bottom.counts !== undefined;
    return counted && !this.top.hasFacts(unit) && !this.bottom.hasFacts(unit);
  }

  private mayHaveBoth(unit: Unit): boolean {
    return [this.top, this.bottom].every(
      (figures) => figures.hasFacts(unit) || (figures.counts !== undefined && figures.figure(unit).best !== undefined),
    );
  }

  /**
   * Over which days the denominator is taken for a unit that hung in a place for a part of the numerator's
   * period: the same days where the periods are the same; else all of its own, in the last place alone.
   */
  private bottomWindow(unit: Unit, window: Window): Window | undefined {
    const whole = window.from === this.top.window.from && window.to === this.top.window.to;
    if (whole) return this.bottom.window;
    if (this.samePeriod) return window;
    const last = this.top.tree.lastOpenDay(unit, this.top.window.to - 1);
    return window.from <= last && last < window.to ? this.bottom.window : undefined;
  }

  private *takenAt(unit: Unit, window: Window): Generator<{ at: Unit; window: Window }> {
    const { taken } = this.figure(unit, window);
    if (taken === 'HERE') yield { at: unit, window };
    if (taken !== 'BELOW') return;
    for (const part of this.top.parts(unit, window))
      if (this.mayHaveBoth(part.unit)) yield* this.takenAt(part.unit, part.window);
  }

  private *cutFrom(unit: Unit, below: boolean): Generator<Expected> {
    const { pair, coverageBelow } = this.figure(unit, this.top.window);
    const open = below || (!pair && coverageBelow.expected > 0);
    if (!open || coverageBelow.expected > 0) yield* this.cut(unit, this.top.window, open);
  }

  private *cut(unit: Unit, window: Window, below: boolean): Generator<Expected> {
    const { taken, given } = this.figure(unit, window);
    if (taken === 'HERE') {
      if (below || !this.top.figureWithin(unit, window).own) yield* cutBelow(this.top, unit, window);
      else yield { unit, answered: true, onTime: given.onTime > 0 };
    } else if (taken === 'BELOW' || below) {
      for (const part of this.top.parts(unit, window)) {
        if (taken !== 'NOT_BOTH' && this.mayHaveBoth(part.unit)) yield* this.cut(part.unit, part.window, false);
        else yield { unit: part.unit, answered: false, onTime: false };
      }
    } else if (given.expected > 0) yield { unit, answered: false, onTime: false };
  }
}

function isWhole({ own, coverageBelow }: Figure): boolean {
  return own !== undefined || (coverageBelow.expected > 0 && coverageBelow.answered === coverageBelow.expected);
}
