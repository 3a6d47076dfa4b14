import type { Amount } from './amount.ts';
import { exactSum, hiddenAmount, quotient } from './amount.ts';
import type { Bound } from './bounds.ts';
import { boundOfQuotient, oppositeBound } from './bounds.ts';

/** A figure recomputed from two others. */
export interface Share {
  /** In percent; null over zero, and where both sides are bounds, which bounds nothing. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly qualifier: Bound;
  /** Why it is withheld, where one of the two is. */
  readonly hidden?: string;
}

/** numerator / denominator in percent; undefined where one of them is missing. */
export function shareOf(numerator: Amount | undefined, denominator: Amount | undefined): Share | undefined {
  if (numerator?.value == null || denominator?.value == null) return hiddenShare(numerator, denominator);
  const bound = boundOfQuotient(numerator.qualifier, denominator.qualifier);
  return percent(numerator.value, denominator.value, bound);
}

/** The share of what the numerator leaves of the denominator; its bound turns round. */
export function complementOf(numerator: Amount | undefined, denominator: Amount | undefined): Share | undefined {
  if (numerator?.value == null || denominator?.value == null) return hiddenShare(numerator, denominator);
  const bound = boundOfQuotient(numerator.qualifier, denominator.qualifier);
  return percent(exactSum(denominator.value, -numerator.value), denominator.value, bound && oppositeBound(bound));
}

/** (now − before) / before in percent; numerator is the difference. */
export function growthOf(now: Amount | undefined, before: Amount | undefined): Share | undefined {
  if (now?.value == null || before?.value == null) return hiddenShare(now, before);
  const bound = boundOfQuotient(now.qualifier, before.qualifier);
  return percent(exactSum(now.value, -before.value), before.value, bound);
}

function percent(numerator: number, denominator: number, bound: Bound | undefined): Share {
  const value = bound === undefined ? null : quotient(numerator, denominator, 100);
  return { value, numerator, denominator, qualifier: bound ?? 'EXACT' };
}

/** Withheld where both sides are there and one of them is withheld; undefined where one is missing. */
function hiddenShare(top: Amount | undefined, bottom: Amount | undefined): Share | undefined {
  const reason = top && bottom ? (top.hidden ?? bottom.hidden) : undefined;
  return reason === undefined ? undefined : { ...hiddenAmount(reason), hidden: reason };
}
