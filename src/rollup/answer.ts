import type { Day } from '../periods/day.ts';
import type { Amount } from './amount.ts';
import { exactSum } from './amount.ts';
import type { Figure } from './best.ts';
import type { Bound, Share } from './share.ts';

/** A figure as it is given: its value or why there is none, beside what was reported and what it adds up to. */
export interface Answer {
  readonly value: number | null;
  readonly status: 'OBSERVED' | 'MISSING' | 'NOT_APPLICABLE';
  /** Why there is no value, in words; null where there is one. */
  readonly statusReason: string | null;
  readonly qualifier: Bound;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly reported: number | null;
  readonly rolledUp: number | null;
  readonly discrepancy: number | null;
  /** The last day that the unit's own figure speaks of: where a stock was last reported within the period. */
  readonly asOf: Day | null;
}

/**
 * Puts the answer together. A unit's own report is the value; else what is recomputed from other
 * indicators, where the indicator is defined by them; else what the units below add up to.
 * @param openDuring whether the unit was open at any time that the question speaks of
 */
export function answerOf(figure: Figure, share: Share | undefined, openDuring: boolean): Answer {
  const computed = share ?? figure.rolledUp;
  const given: Amount | Share | undefined = figure.own?.amount ?? computed;
  const reported = figure.own?.amount.value ?? null;
  const rolledUp = computed?.value ?? null;
  const value = given?.value ?? null;
  return {
    value,
    ...statusOf(value, given, openDuring),
    qualifier: given?.qualifier ?? 'EXACT',
    numerator: given?.numerator ?? null,
    denominator: given?.denominator ?? null,
    reported,
    rolledUp,
    discrepancy: reported === null || rolledUp === null ? null : exactSum(reported, -rolledUp),
    asOf: lastDay(figure),
  };
}

function statusOf(value: number | null, given: Amount | Share | undefined, openDuring: boolean): Pick<Answer, 'status' | 'statusReason'> {
  if (value !== null) return { status: 'OBSERVED', statusReason: null };
  if (given?.denominator === 0) return { status: 'NOT_APPLICABLE', statusReason: 'a share over zero' };
  if (given) return { status: 'NOT_APPLICABLE', statusReason: 'a share of one bound over another says nothing' };
  if (!openDuring) return { status: 'NOT_APPLICABLE', statusReason: 'the organisation was not open' };
  return { status: 'MISSING', statusReason: 'nobody reported it' };
}

function lastDay({ own }: Figure): Day | null {
  const ends = (own?.facts ?? []).flatMap((fact) => (fact.days ? [fact.days.to - 1] : []));
  return ends.length === 0 ? null : Math.max(...ends);
}
