import type { Day } from '../periods/day.ts';
import type { Unit } from '../tree/unit.ts';
import type { Amount } from './amount.ts';
import { hiddenAmount } from './amount.ts';
import type { Fact } from './fact.ts';
import type { OwnReport } from './own.ts';
import type { Window } from './window.ts';

/** A unit's figure: what it reported itself, what its children add up to, and how much of it is there. */
export interface Figure {
  readonly own: OwnReport | undefined;
  readonly rolledUp: Amount | undefined;
  /** The own report where there is one, else what the children add up to. */
  readonly best: Amount | undefined;
  readonly coverage: CoverageCount;
  /** The same for what is below the unit: it differs where the unit has a report of its own. */
  readonly coverageBelow: CoverageCount;
  /** Of which days the figure speaks: the last days of the facts in it. */
  readonly asOf: AsOf | undefined;
  /** Of which days what is below speaks. */
  readonly asOfBelow?: AsOf | undefined;
  /** What goes into the unit above. */
  readonly given: Given;
}

/**
 * What a unit gives to the one above it: its best figure. A ratio that was published without its parts
 * cannot be combined; in its place goes what is below.
 */
export interface Given {
  readonly amount: Amount | undefined;
  readonly from: 'OWN' | 'BELOW' | 'NOWHERE';
  readonly coverage: CoverageCount;
  readonly asOf: AsOf | undefined;
}

/** The earliest and the latest of some days. */
export interface AsOf {
  readonly earliest: Day;
  readonly latest: Day;
}

/** How many were expected to answer, how many did, and how many of these on time. */
export interface CoverageCount {
  readonly expected: number;
  readonly answered: number;
  readonly onTime: number;
}

/** What the register counts, where there is one: the facts that nobody has to report. */
export interface Counts<Count extends number | Hidden = number | Hidden> {
  /** How many a unit has over a part of the period; undefined where nothing at or below it is registered. */
  count(unit: Unit, window: Window): Count | undefined;
  /** Registered cells at or below a unit answer; units without any cell below them are missing. */
  coverage(unit: Unit, window: Window): CoverageCount;
  /** Of what crosses borders: how many several units have together, what is between them left out. */
  together?(pieces: readonly { readonly unit: Unit; readonly window: Window }[], window: Window): Count | undefined;
}

/** A count that is withheld, and why. */
export interface Hidden {
  readonly hidden: string;
}

/** Of a unit that did not answer. */
export const MISSING_UNIT: CoverageCount = { expected: 1, answered: 0, onTime: 0 };
export const NOTHING_EXPECTED: CoverageCount = { expected: 0, answered: 0, onTime: 0 };
/** Of a unit that moved: its report belongs to the place where it hung when it reported, not here. */
export const REPORTED_ELSEWHERE: Figure = {
  own: undefined,
  rolledUp: undefined,
  best: undefined,
  coverage: NOTHING_EXPECTED,
  coverageBelow: NOTHING_EXPECTED,
  asOf: undefined,
  given: { amount: undefined, from: 'NOWHERE', coverage: NOTHING_EXPECTED, asOf: undefined },
};
/** Of a unit without anything at or below it. */
export const NOTHING_GIVEN: Given = { amount: undefined, from: 'NOWHERE', coverage: MISSING_UNIT, asOf: undefined };

/** A count as an amount. */
export function amountOf(count: number | Hidden | undefined): Amount | undefined {
  if (typeof count === 'object') return hiddenAmount(count.hidden);
  return count === undefined ? undefined : { value: count, numerator: null, denominator: null, qualifier: 'EXACT' };
}

/** What is taken away again. */
export function negative(amount: Amount | undefined): Amount | undefined {
  if (!amount || amount.hidden !== undefined) return amount;
  return { ...amount, value: -(amount.value ?? 0) };
}

/** Coverage with one part of it told otherwise. */
export function replaceCoverage(whole: CoverageCount, out: CoverageCount, into: CoverageCount): CoverageCount {
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

/** One day alone. */
export function asOfDay(day: Day): AsOf {
  return { earliest: day, latest: day };
}

/** Of which days some facts speak: their last ones. */
export function asOfFacts(facts: readonly Fact[]): AsOf | undefined {
  return joinAsOf(facts.map(({ days }) => days && asOfDay(days.to - 1)));
}

/** The earliest and the latest of several spans of days. */
export function joinAsOf(spans: readonly (AsOf | undefined)[]): AsOf | undefined {
  let joined: AsOf | undefined;
  for (const each of spans) {
    if (!each) continue;
    joined = joined
      ? { earliest: Math.min(joined.earliest, each.earliest), latest: Math.max(joined.latest, each.latest) }
      : each;
  }
  return joined;
}
