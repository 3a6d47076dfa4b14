import type { Qualifier } from '../facts/indicators/indicator.ts';

/** A bound in either direction: a share of something that is at least so large is at most so much. */
export type Bound = Qualifier | 'AT_MOST' | 'LESS_THAN';

const STRENGTH: Readonly<Record<Qualifier, number>> = { EXACT: 0, AT_LEAST: 1, GREATER_THAN: 2 };

const OPPOSITE: Readonly<Record<Bound, Bound>> = {
  EXACT: 'EXACT',
  AT_LEAST: 'AT_MOST',
  GREATER_THAN: 'LESS_THAN',
  AT_MOST: 'AT_LEAST',
  LESS_THAN: 'GREATER_THAN',
};

/** The bound of a sum: "more than" wins over "at least", and that over exact. */
export function strongerQualifier(a: Qualifier, b: Qualifier): Qualifier {
  return STRENGTH[a] >= STRENGTH[b] ? a : b;
}

/** The bound of what falls as the other rises: a remainder, a reciprocal. */
export function oppositeBound(bound: Bound): Bound {
  return OPPOSITE[bound];
}

/** The bound of a quotient of two figures that are not negative; undefined where both sides are bounds. */
export function boundOfQuotient(numerator: Qualifier, denominator: Qualifier): Bound | undefined {
  if (denominator === 'EXACT') return numerator;
  return numerator === 'EXACT' ? oppositeBound(denominator) : undefined;
}

/** The bound of a − b; undefined where the two pull in different directions, which bounds nothing. */
export function boundOfDifference(a: Bound, b: Bound): Bound | undefined {
  const other = oppositeBound(b);
  if (a === 'EXACT') return other;
  if (other === 'EXACT') return a;
  if (isFloor(a) !== isFloor(other)) return undefined;
  return isStrict(a) ? a : other;
}

/** Whether a bound says "no less than". */
export function isFloor(bound: Bound): boolean {
  return bound === 'AT_LEAST' || bound === 'GREATER_THAN';
}

/** Whether a bound leaves the number itself out. */
export function isStrict(bound: Bound): boolean {
  return bound === 'GREATER_THAN' || bound === 'LESS_THAN';
}

/** A figure with its bound. */
export interface Bounded {
  readonly value: number;
  readonly qualifier: Bound;
}

/** Whether a figure may be equal to another, as far as their bounds say. */
export function mayEqual(a: Bounded, b: Bounded): boolean {
  return mayBeAtMost(a, b) && mayBeAtMost(b, a);
}

/** Whether a figure may be no more than another, as far as their bounds say. */
export function mayBeAtMost(a: Bounded, b: Bounded): boolean {
  const hasFloor = a.qualifier === 'EXACT' || isFloor(a.qualifier);
  const hasCeiling = b.qualifier === 'EXACT' || !isFloor(b.qualifier);
  if (!hasFloor || !hasCeiling) return true;
  const touching = !isStrict(a.qualifier) && !isStrict(b.qualifier);
  return touching ? a.value <= b.value : a.value < b.value;
}
