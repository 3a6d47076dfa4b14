import type { Period } from '../periods/period.ts';
import type { Tree } from '../tree/tree.ts';
import type { Placement, Unit } from '../tree/unit.ts';
import type { Amount } from './amount.ts';
import { recomputeAmounts, sumAmounts } from './amount.ts';
import type { Fact } from './fact.ts';
import type { KindBehaviour } from './kinds.ts';
import type { OwnReport } from './own.ts';
import { ownReport } from './own.ts';
import type { Window } from './window.ts';
import { windowOf } from './window.ts';

/** What is asked of one indicator: how it combines, for which period, as known when. */
export interface Question {
  readonly behaviour: KindBehaviour;
  /** 100 for a ratio in percent, 1 for an average. */
  readonly scale: number;
  readonly period: Period;
  /** Milliseconds since 1970; figures that became known later are left out. */
  readonly knownAt?: number;
}

/** A unit's figure: what it reported itself, what its children add up to, and how much of it is there. */
export interface Figure {
  readonly own: OwnReport | undefined;
  readonly rolledUp: Amount | undefined;
  /** The own report where there is one, else what the children add up to. */
  readonly best: Amount | undefined;
  readonly coverage: CoverageCount;
  /** The same for what is below the unit: it differs where the unit has a report of its own. */
  readonly coverageBelow: CoverageCount;
}

export interface CoverageCount {
  readonly expected: number;
  readonly answered: number;
  readonly onTime: number;
}

/** What the register counts, where there is one: the facts that nobody has to report. */
export interface Counts {
  /** How many a unit has over a part of the period; undefined where nothing at or below it is registered. */
  count(unit: Unit, window: Window): number | undefined;
  /** Registered cells at or below a unit answer; units without any cell below them are missing. */
  coverage(unit: Unit, window: Window): CoverageCount;
}

const MISSING_UNIT: CoverageCount = { expected: 1, answered: 0, onTime: 0 };
const NOTHING_EXPECTED: CoverageCount = { expected: 0, answered: 0, onTime: 0 };
/** Of a unit that moved: its report belongs to the place where it hung when it reported, not here. */
const REPORTED_ELSEWHERE: Figure = {
  own: undefined,
  rolledUp: undefined,
  best: undefined,
  coverage: NOTHING_EXPECTED,
  coverageBelow: NOTHING_EXPECTED,
};

/**
 * The figures of all units for one question. Each unit is worked out once; only branches that hold a
 * fact are walked, so the work grows with the facts and not with the tree.
 *
 * Coverage cuts the tree: every cell lies below exactly one unit that answered or one that is missing,
 * and the missing one named is the highest with nothing at all below it.
 */
export class Figures {
  private readonly figures = new Map<number, Figure>();
  private readonly marked = new Set<number>();
  private readonly window: Window;

  constructor(
    readonly tree: Tree,
    readonly question: Question,
    private readonly factsByUnit: ReadonlyMap<number, readonly Fact[]>,
    private readonly isOnTime: (fact: Fact) => boolean,
    readonly counts?: Counts,
  ) {
    this.window = windowOf(question.period);
    for (const unit of factsByUnit.keys()) this.mark(tree.unit(unit));
  }

  figure(unit: Unit): Figure {
    const known = this.figures.get(unit.index);
    if (known) return known;
    const figure = this.workOut(unit, this.window);
    this.figures.set(unit.index, figure);
    return figure;
  }

  /** The units directly below that a unit's figure is made of, each with the part of the window in which it hung there. */
  parts(unit: Unit, within: Window = this.window): { unit: Unit; window: Window }[] {
    return this.childrenOf(unit, within).map((placement) => ({
      unit: this.tree.unit(placement.child),
      window: this.question.behaviour.expects === 'LAST_DAY' ? within : clip(within, placement),
    }));
  }

  /** The figure of a unit over a part of the window. */
  figureWithin(unit: Unit, window: Window): Figure {
    const whole = window.from === this.window.from && window.to === this.window.to;
    return whole ? this.figure(unit) : this.workOut(unit, window);
  }

  /** Whether anything at or below a unit has a fact. */
  hasFacts(unit: Unit): boolean {
    return this.marked.has(unit.index);
  }

  private workOut(unit: Unit, window: Window): Figure {
    const own = this.ownWithin(unit, window);
    if (own?.facts.length === 0) return REPORTED_ELSEWHERE;
    return this.counts ? this.workOutCounted(this.counts, unit, window, own) : this.workOutReported(unit, window, own);
  }

  /**
   * What is counted below a unit, corrected by the difference that each report below makes to the count:
   * the reports are few, the count is one step.
   */
  private workOutCounted(counts: Counts, unit: Unit, window: Window, own: OwnReport | undefined): Figure {
    let rolledUp = amountOf(counts.count(unit, window));
    let coverageBelow = counts.coverage(unit, window);
    if (this.hasFacts(unit)) {
      for (const part of this.parts(unit, window)) {
        if (!this.hasFacts(part.unit)) continue;
        const figure = this.figureWithin(part.unit, part.window);
        if (!figure.best) continue;
        const counted = amountOf(counts.count(part.unit, part.window));
        rolledUp = sumAmounts([rolledUp, figure.best, negative(counted)].filter((each) => each !== undefined));
        coverageBelow = replaceCoverage(coverageBelow, counts.coverage(part.unit, part.window), figure.coverage);
      }
    }
    const coverage = own ? this.coverageOfOwn(own) : coverageBelow;
    return { own, rolledUp, best: own?.amount ?? rolledUp, coverage, coverageBelow };
  }

  private workOutReported(unit: Unit, window: Window, own: OwnReport | undefined): Figure {
    const parts = this.parts(unit, window);
    const below = parts.map((part) =>
      this.hasFacts(part.unit) ? this.figureWithin(part.unit, part.window) : undefined,
    );
    const rolledUp = this.combine(below.flatMap((figure) => (figure?.best ? [figure.best] : [])));
    const coverageBelow =
      parts.length === 0 ? MISSING_UNIT : addCoverage(below.map((figure) => this.coverageOf(figure)));
    const coverage = own ? this.coverageOfOwn(own) : rolledUp ? coverageBelow : MISSING_UNIT;
    return { own, rolledUp, best: own?.amount ?? rolledUp, coverage, coverageBelow };
  }

  private coverageOfOwn(own: OwnReport): CoverageCount {
    return { expected: 1, answered: 1, onTime: own.facts.every((fact) => this.isOnTime(fact)) ? 1 : 0 };
  }

  private ownWithin(unit: Unit, window: Window): OwnReport | undefined {
    const facts = this.factsByUnit.get(unit.index);
    if (!facts) return undefined;
    const { period, behaviour, scale, knownAt } = this.question;
    const own = ownReport(facts, period, behaviour, scale, knownAt);
    if (!own || (window.from === this.window.from && window.to === this.window.to)) return own;
    const held = own.facts.filter((fact) => isWithin(this.lastDay(unit, fact), window));
    if (held.length === own.facts.length) return own;
    return { amount: this.combine(held) ?? own.amount, facts: held };
  }

  /** A share without its parts says nothing to the unit above: there it counts as not answered. */
  private coverageOf(figure: Figure | undefined): CoverageCount {
    if (!figure) return MISSING_UNIT;
    const lacksParts = this.question.behaviour.overUnits === 'RECOMPUTE' && figure.best?.denominator === null;
    return lacksParts ? { ...figure.coverage, answered: 0, onTime: 0 } : figure.coverage;
  }

  private lastDay(unit: Unit, fact: Fact): number {
    return this.tree.lastOpenDay(unit, (fact.days?.to ?? this.window.to) - 1);
  }

  private combine(amounts: readonly Amount[]): Amount | undefined {
    const { behaviour, scale } = this.question;
    if (behaviour.overUnits === 'SUM') return sumAmounts(amounts);
    return behaviour.overUnits === 'RECOMPUTE' ? recomputeAmounts(amounts, scale) : undefined;
  }

  /**
   * On the last day of the period for a stock; for a flow on any day of it. A closed unit is asked as of its last day.
   */
  private childrenOf(unit: Unit, window: Window): Placement[] {
    if (this.question.behaviour.overUnits === 'NEVER') return [];
    if (this.question.behaviour.expects === 'LAST_DAY') {
      return this.tree.childrenOn(unit, this.tree.lastOpenDay(unit, window.to - 1));
    }
    return unit.below.filter((placement) => placement.from < window.to && window.from < placement.to);
  }

  private mark(unit: Unit): void {
    if (this.marked.has(unit.index)) return;
    this.marked.add(unit.index);
    for (const { parent } of unit.placements) if (parent >= 0) this.mark(this.tree.unit(parent));
  }
}

function amountOf(count: number | undefined): Amount | undefined {
  return count === undefined ? undefined : { value: count, numerator: null, denominator: null, qualifier: 'EXACT' };
}

function negative(amount: Amount | undefined): Amount | undefined {
  return amount && { ...amount, value: -(amount.value ?? 0) };
}

function replaceCoverage(whole: CoverageCount, out: CoverageCount, into: CoverageCount): CoverageCount {
  return {
    expected: whole.expected - out.expected + into.expected,
    answered: whole.answered - out.answered + into.answered,
    onTime: whole.onTime - out.onTime + into.onTime,
  };
}

/** Adds coverage up: expected, answered and on time alike. */
export function addCoverage(counts: readonly CoverageCount[]): CoverageCount {
  let [expected, answered, onTime] = [0, 0, 0];
  for (const count of counts) {
    expected += count.expected;
    answered += count.answered;
    onTime += count.onTime;
  }
  return { expected, answered, onTime };
}

function clip(window: Window, placement: Placement): Window {
  return { from: Math.max(window.from, placement.from), to: Math.min(window.to, placement.to) };
}

function isWithin(day: number, window: Window): boolean {
  return window.from <= day && day < window.to;
}
