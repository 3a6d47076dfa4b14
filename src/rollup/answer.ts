import type { Day } from '../periods/day.ts';
import type { Amount } from './amount.ts';
import { exactSum } from './amount.ts';
import type { Figure } from './figure.ts';
import type { Bound } from './bounds.ts';
import { boundOfDifference } from './bounds.ts';
import type { Share } from './share.ts';

/** A figure as it is given: its value or why there is none, beside what was reported and what it adds up to. */
export interface Answer {
  readonly value: number | null;
  readonly status: 'OBSERVED' | 'MISSING' | 'NOT_APPLICABLE' | 'SUPPRESSED';
  /** Why there is no value, in words; null where there is one. */
  readonly statusReason: string | null;
  readonly qualifier: Bound;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly reported: number | null;
  readonly rolledUp: number | null;
  readonly discrepancy: number | null;
  /** Null where there is no discrepancy, or where the bounds of both sides leave it open. */
  readonly discrepancyQualifier: Bound | null;
  /** The latest and the earliest of the last days of the reports in the figure: a stock may be of any day of the period. */
  readonly asOf: Day | null;
  readonly asOfEarliest: Day | null;
}

/**
 * Puts the answer together. A unit's own report is the value; else what is recomputed from other
 * indicators, where the indicator is defined by them; else what the units below add up to.
 * @param openDuring whether the unit was open at any time that the question speaks of
 */
export function answerOf(figure: Figure, share: Share | undefined, openDuring: boolean): Answer {
  const computed = share ?? figure.rolledUp;
  const given: Amount | Share | undefined = figure.own?.amount ?? computed;
  const value = given?.value ?? null;
  // Written out rather than spread: this runs for every value of every answer.
  const { status, statusReason } = value === null ? withoutValue(given, openDuring) : OBSERVED;
  const { reported, rolledUp, discrepancy, discrepancyQualifier } = compare(figure.own?.amount, computed);
  return {
    value,
    status,
    statusReason,
    qualifier: given?.qualifier ?? 'EXACT',
    numerator: given?.numerator ?? null,
    denominator: given?.denominator ?? null,
    reported,
    rolledUp,
    discrepancy,
    discrepancyQualifier,
    asOf: figure.asOf?.latest ?? null,
    asOfEarliest: figure.asOf?.earliest ?? null,
  };
}

type Comparison = Pick<Answer, 'reported' | 'rolledUp' | 'discrepancy' | 'discrepancyQualifier'>;

function compare(own: Amount | undefined, computed: Amount | Share | undefined): Comparison {
  const reported = own?.value ?? null;
  const rolledUp = computed?.value ?? null;
  if (reported === null || rolledUp === null)
    return { reported, rolledUp, discrepancy: null, discrepancyQualifier: null };
  const discrepancyQualifier = boundOfDifference(own?.qualifier ?? 'EXACT', computed?.qualifier ?? 'EXACT') ?? null;
  return { reported, rolledUp, discrepancy: exactSum(reported, -rolledUp), discrepancyQualifier };
}

type Status = Pick<Answer, 'status' | 'statusReason'>;

const OBSERVED: Status = { status: 'OBSERVED', statusReason: null };

function withoutValue(given: Amount | Share | undefined, openDuring: boolean): Status {
  if (given?.hidden !== undefined) return { status: 'SUPPRESSED', statusReason: given.hidden };
  if (given?.denominator === 0) return { status: 'NOT_APPLICABLE', statusReason: 'a share over zero' };
  if (given) return { status: 'NOT_APPLICABLE', statusReason: 'a share of one bound over another says nothing' };
  if (!openDuring) return { status: 'NOT_APPLICABLE', statusReason: 'the organisation was not open' };
  return { status: 'MISSING', statusReason: 'nobody reported it' };
}
