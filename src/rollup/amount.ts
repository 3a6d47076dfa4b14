import type { Qualifier } from '../facts/indicators/indicator.ts';
import { strongerQualifier } from './bounds.ts';

/**
 * A figure with its bound. A ratio or an average also has its parts; `value` of a ratio is in percent,
 * and null where only the parts of a denominator of zero are known.
 */
export interface Amount {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly qualifier: Qualifier;
  /** Why the figure is withheld; then it has no value and no parts, and whatever it goes into is withheld too. */
  readonly hidden?: string;
}

/** A figure that is withheld. */
export function hiddenAmount(reason: string): Amount {
  return { value: null, numerator: null, denominator: null, qualifier: 'EXACT', hidden: reason };
}

/** Adds the figures that there are; undefined for none, which is missing and not zero. */
export function sumAmounts(amounts: readonly Amount[]): Amount | undefined {
  let value: number | undefined;
  let qualifier: Qualifier = 'EXACT';
  for (const amount of amounts) {
    if (amount.hidden !== undefined) return hiddenAmount(amount.hidden);
    if (amount.value === null) continue;
    value = exactSum(value ?? 0, amount.value);
    qualifier = strongerQualifier(qualifier, amount.qualifier);
  }
  return value === undefined ? undefined : { value, numerator: null, denominator: null, qualifier };
}

/** Recomputes a ratio in percent (or an average) from summed parts; undefined where no figure has parts. */
export function recomputeAmounts(amounts: readonly Amount[], scale: number): Amount | undefined {
  let numerator = 0;
  let denominator = 0;
  let qualifier: Qualifier = 'EXACT';
  let known = false;
  for (const amount of amounts) {
    if (amount.hidden !== undefined) return hiddenAmount(amount.hidden);
    if (!hasParts(amount)) continue;
    known = true;
    numerator = exactSum(numerator, amount.numerator);
    denominator = exactSum(denominator, amount.denominator);
    qualifier = strongerQualifier(qualifier, amount.qualifier);
  }
  return known ? { value: quotient(numerator, denominator, scale), numerator, denominator, qualifier } : undefined;
}

type WithParts<A extends Amount> = A & { readonly numerator: number; readonly denominator: number };

/** Whether a ratio or average came with what it is divided from, without which it cannot be combined. */
export function hasParts<A extends Amount>(amount: A): amount is WithParts<A> {
  return amount.numerator !== null && amount.denominator !== null;
}

/** numerator / denominator × scale, or null over zero. */
export function quotient(numerator: number, denominator: number, scale: number): number | null {
  return denominator === 0 ? null : tidy((numerator * scale) / denominator);
}

/** A sum or difference without the dust that binary fractions leave: twelve digits are kept. */
export function exactSum(a: number, b: number): number {
  return tidy(a + b);
}

function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
