import type { Period } from '../periods/period.ts';
import type { Tree } from '../tree/tree.ts';
import type { Placement, Unit } from '../tree/unit.ts';
import type { Amount } from './amount.ts';
import { hasParts, recomputeAmounts, sumAmounts } from './amount.ts';
import type { Fact } from './fact.ts';
import type { AsOf, Counts, CoverageCount, Figure, Given } from './figure.ts';
import {
  addCoverage,
  amountOf,
  asOfDay,
  asOfFacts,
  joinAsOf,
  MISSING_UNIT,
  negative,
  NOTHING_GIVEN,
  replaceCoverage,
  REPORTED_ELSEWHERE,
} from './figure.ts';
import type { KindBehaviour } from './kinds.ts';
import type { OwnReport } from './own.ts';
import { ownReport } from './own.ts';
import type { Window } from './window.ts';
import { clip, isWithin, overlaps, wasOpen, windowOf } from './window.ts';

/** What is asked of one indicator: how it combines, for which period, as known when. */
export interface Question {
  readonly behaviour: KindBehaviour;
  /** 100 for a ratio in percent, 1 for an average. */
  readonly scale: number;
  readonly period: Period;
  /** Milliseconds since 1970; figures that became known later are left out. */
  readonly knownAt?: number;
}

/**
 * The figures of all units for one question. Each unit is worked out once; only branches that hold a
 * fact are walked, so the work grows with the facts and not with the tree.
 *
 * Coverage cuts the tree: every cell lies below exactly one unit that answered or one that is missing,
 * and the missing one named is the highest with nothing at all below it.
 */
export class Figures {
  private readonly figures = new Map<number, Figure>();
  private readonly partial = new Map<string, Figure>();
  private readonly marked = new Set<number>();
  /** The days of the period. */
  readonly window: Window;
  private moves = false;

  /**
   * @param factsByUnit facts by the index of the unit that reported them
   * @param wholes figures that units reported in parts alone, and that the parts add up to
   * @param seen what is shown of each figure, where not all of it is: worked out elsewhere
   */
  constructor(
    readonly tree: Tree,
    readonly question: Question,
    private readonly factsByUnit: ReadonlyMap<number, readonly Fact[]>,
    private readonly isOnTime: (fact: Fact) => boolean,
    readonly counts?: Counts,
    private readonly wholes: ReadonlyMap<number, OwnReport> = new Map(),
    private readonly seen?: (unit: Unit, window: Window) => Figure,
  ) {
    this.window = windowOf(question.period);
    for (const unit of factsByUnit.keys()) this.mark(tree.unit(unit));
    for (const unit of wholes.keys()) this.mark(tree.unit(unit));
  }

  figure(unit: Unit): Figure {
    const known = this.figures.get(unit.index);
    if (known) return known;
    const figure = this.workOut(unit, this.window);
    // What is only counted is one step: kept for every unit and question it would fill the memory.
    if (!this.counts || unit.index < 0 || this.hasFacts(unit)) this.figures.set(unit.index, figure);
    return figure;
  }

  /** The figure of a unit over a part of the window. */
  figureWithin(unit: Unit, window: Window): Figure {
    if (this.isWhole(window)) return this.figure(unit);
    const key = `${unit.index}|${window.from}|${window.to}`;
    const known = this.partial.get(key);
    if (known) return known;
    const figure = this.workOut(unit, window);
    this.partial.set(key, figure);
    return figure;
  }

  /** The units directly below that a unit's figure is made of, each with the part of the window in which it hung there. */
  parts(unit: Unit, within: Window = this.window): { unit: Unit; window: Window }[] {
    const lastDay = this.tree.lastOpenDay(unit, within.to - 1);
    return this.childrenOf(unit, within).map((placement) => {
      const child = this.tree.unit(placement.child);
      if (this.question.behaviour.expects === 'LAST_DAY')
        return { unit: child, window: { from: within.from, to: lastDay + 1 } };
      if (child.placements.length > 1 && child.placements.filter((each) => overlaps(each, within)).length > 1)
        this.moves = true;
      return { unit: child, window: clip(within, placement) };
    });
  }

  /** Whether anything at or below a unit has a fact. */
  hasFacts(unit: Unit): boolean {
    return this.marked.has(unit.index);
  }

  /** Whether a unit was met that hung in two places within the period, and so in two coverages. */
  get sawMoves(): boolean {
    return this.moves;
  }

  /** The units that have facts of their own, about this period or another. */
  reporting(): Unit[] {
    return [...this.factsByUnit.keys()].map((index) => this.tree.unit(index));
  }

  /** Whether every fact of a report was on time. */
  wasOnTime(own: OwnReport): boolean {
    return own.facts.every((fact) => this.isOnTime(fact));
  }

  private isWhole(window: Window): boolean {
    return window.from === this.window.from && window.to === this.window.to;
  }

  protected workOut(unit: Unit, window: Window): Figure {
    if (this.seen) return this.seen(unit, window);
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
    let asOf = rolledUp && asOfDay(this.tree.lastOpenDay(unit, window.to - 1));
    if (this.hasFacts(unit) && this.question.behaviour.overUnits !== 'BORDER') {
      for (const part of this.parts(unit, window)) {
        if (!this.hasFacts(part.unit)) continue;
        const { given } = this.figureWithin(part.unit, part.window);
        const isElsewhere = given.coverage.expected === 0;
        if (!given.amount && !isElsewhere) continue;
        const counted = amountOf(counts.count(part.unit, part.window));
        rolledUp = sumAmounts([rolledUp, given.amount, negative(counted)].filter((each) => each !== undefined));
        coverageBelow = replaceCoverage(coverageBelow, counts.coverage(part.unit, part.window), given.coverage);
        asOf = joinAsOf([asOf, given.asOf]);
      }
    }
    return this.put(own, rolledUp, coverageBelow, asOf, coverageBelow);
  }

  private workOutReported(unit: Unit, window: Window, own: OwnReport | undefined): Figure {
    if (!own && !wasOpen(unit, window)) return REPORTED_ELSEWHERE;
    const parts = this.parts(unit, window);
    const below = parts.map((part) =>
      this.hasFacts(part.unit) ? this.figureWithin(part.unit, part.window).given : NOTHING_GIVEN,
    );
    const rolledUp = this.combine(below.flatMap(({ amount }) => (amount ? [amount] : [])));
    const coverageBelow = addCoverage(below.map(({ coverage }) => coverage));
    return this.put(
      own,
      rolledUp,
      coverageBelow,
      joinAsOf(below.map(({ asOf }) => asOf)),
      parts.length === 0 ? MISSING_UNIT : coverageBelow,
    );
  }

  private put(
    own: OwnReport | undefined,
    rolledUp: Amount | undefined,
    coverageBelow: CoverageCount,
    asOfBelow: AsOf | undefined,
    unreported: CoverageCount,
  ): Figure {
    const ofOwn: CoverageCount | undefined = own && { expected: 1, answered: 1, onTime: this.wasOnTime(own) ? 1 : 0 };
    const asOfOwn = own && asOfFacts(own.facts);
    const fromBelow: Given = rolledUp
      ? { amount: rolledUp, from: 'BELOW', coverage: coverageBelow, asOf: asOfBelow }
      : NOTHING_GIVEN;
    const combines = own && ofOwn && this.combines(own.amount);
    return {
      own,
      rolledUp,
      best: own?.amount ?? rolledUp,
      coverage: ofOwn ?? unreported,
      coverageBelow,
      asOf: own ? asOfOwn : asOfBelow,
      asOfBelow,
      given: combines ? { amount: own.amount, from: 'OWN', coverage: ofOwn, asOf: asOfOwn } : fromBelow,
    };
  }

  private ownWithin(unit: Unit, window: Window): OwnReport | undefined {
    const facts = this.factsByUnit.get(unit.index);
    const own = (facts && this.ownReport(facts)) ?? this.wholes.get(unit.index);
    if (!own || this.isWhole(window)) return own;
    if (this.question.behaviour.overTime === 'LAST') return this.lastUntil(unit, own, window);
    const held = own.facts.filter((fact) => isWithin(this.lastDay(unit, fact), window));
    if (held.length === own.facts.length) return own;
    if (held.length === 0 && !this.combines(own.amount)) return undefined;
    return { amount: this.combine(held) ?? own.amount, facts: held };
  }

  /** A stock below a unit that closed, as it was by then: what a part of it reported later is of another unit. */
  private lastUntil(unit: Unit, own: OwnReport, window: Window): OwnReport | undefined {
    const isBefore = ({ days }: Fact): boolean => days !== undefined && days.to <= window.to;
    return own.facts.every(isBefore) ? own : this.ownReport((this.factsByUnit.get(unit.index) ?? []).filter(isBefore));
  }

  private ownReport(facts: readonly Fact[]): OwnReport | undefined {
    const { period, behaviour, scale, knownAt } = this.question;
    return ownReport(facts, period, behaviour, scale, knownAt);
  }

  private lastDay(unit: Unit, fact: Fact): number {
    return this.tree.lastOpenDay(unit, (fact.days?.to ?? this.window.to) - 1);
  }

  private combines(amount: Amount): boolean {
    return this.question.behaviour.overUnits !== 'RECOMPUTE' || hasParts(amount);
  }

  /** Combines amounts over units, as the kind of the indicator has it; undefined for none. */
  combine(amounts: readonly Amount[]): Amount | undefined {
    const { behaviour, scale } = this.question;
    switch (behaviour.overUnits) {
      case 'SUM':
        return sumAmounts(amounts);
      case 'RECOMPUTE':
        return recomputeAmounts(amounts, scale);
      case 'BORDER':
      case 'NEVER':
        return undefined;
    }
  }

  /**
   * On the last day of the period for a stock; for a flow on any day of it. A closed unit is asked as of its last day.
   */
  private childrenOf(unit: Unit, window: Window): Placement[] {
    if (this.question.behaviour.overUnits === 'NEVER') return [];
    if (this.question.behaviour.expects === 'LAST_DAY') {
      return this.tree.childrenOn(unit, this.tree.lastOpenDay(unit, window.to - 1));
    }
    return unit.below.filter((placement) => overlaps(placement, window));
  }

  private mark(unit: Unit): void {
    if (this.marked.has(unit.index)) return;
    this.marked.add(unit.index);
    for (const { parent } of unit.placements) if (parent >= 0) this.mark(this.tree.unit(parent));
  }
}
