import type { Qualifier } from '../facts/indicators/indicator.ts';
import type { Amount } from './amount.ts';
import { exactSum, quotient } from './amount.ts';

/** A bound in either direction: a share of something that is at least so large is at most so much. */
export type Bound = Qualifier | 'AT_MOST' | 'LESS_THAN';

/** A figure recomputed from two others. */
export interface Share {
  /** In percent; null over zero, and where both sides are bounds, which bounds nothing. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly qualifier: Bound;
}

const OPPOSITE: Readonly<Record<Qualifier, Bound>> = { EXACT: 'EXACT', AT_LEAST: 'AT_MOST', GREATER_THAN: 'LESS_THAN' };

/** numerator / denominator in percent; undefined where one of them is missing. */
export function shareOf(numerator: Amount | undefined, denominator: Amount | undefined): Share | undefined {
  if (numerator?.value == null || denominator?.value == null) return undefined;
  const bound = boundOfQuotient(numerator.qualifier, denominator.qualifier);
  return {
    value: bound === undefined ? null : quotient(numerator.value, denominator.value, 100),
    numerator: numerator.value,
    denominator: denominator.value,
    qualifier: bound ?? 'EXACT',
  };
}

/** The share of what the numerator leaves of the denominator; its bound turns round. */
export function complementOf(numerator: Amount | undefined, denominator: Amount | undefined): Share | undefined {
  if (numerator?.value == null || denominator?.value == null || denominator.qualifier !== 'EXACT') return undefined;
  const rest = exactSum(denominator.value, -numerator.value);
  return { value: quotient(rest, denominator.value, 100), numerator: rest, denominator: denominator.value, qualifier: OPPOSITE[numerator.qualifier] };
}

/** (now − before) / before in percent; numerator is the difference. */
export function growthOf(now: Amount | undefined, before: Amount | undefined): Share | undefined {
  if (now?.value == null || before?.value == null) return undefined;
  const difference = exactSum(now.value, -before.value);
  const bound = boundOfQuotient(now.qualifier, before.qualifier);
  return {
    value: bound === undefined ? null : quotient(difference, before.value, 100),
    numerator: difference,
    denominator: before.value,
    qualifier: bound ?? 'EXACT',
  };
}

/** The bound of a quotient of two positive figures; undefined where both sides are bounds. */
export function boundOfQuotient(numerator: Qualifier, denominator: Qualifier): Bound | undefined {
  if (denominator === 'EXACT') return numerator;
  return numerator === 'EXACT' ? OPPOSITE[denominator] : undefined;
}
