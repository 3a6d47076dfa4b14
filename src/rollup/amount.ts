import type { Qualifier } from '../facts/indicators/indicator.ts';

/**
 * A figure with its bound. A ratio or an average also has its parts; `value` of a ratio is in percent,
 * and null where only the parts of a denominator of zero are known.
 */
export interface Amount {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly qualifier: Qualifier;
}

const STRENGTH: Readonly<Record<Qualifier, number>> = { EXACT: 0, AT_LEAST: 1, GREATER_THAN: 2 };

/** The bound of a sum: "more than" wins over "at least", and that over exact. */
export function strongerQualifier(a: Qualifier, b: Qualifier): Qualifier {
  return STRENGTH[a] >= STRENGTH[b] ? a : b;
}

/** Adds figures; undefined for none, which is missing and not zero. */
export function sumAmounts(amounts: readonly Amount[]): Amount | undefined {
  if (amounts.length === 0) return undefined;
  let value = 0;
  let qualifier: Qualifier = 'EXACT';
  for (const amount of amounts) {
    value = exactSum(value, amount.value ?? 0);
    qualifier = strongerQualifier(qualifier, amount.qualifier);
  }
  return { value, numerator: null, denominator: null, qualifier };
}

/** Recomputes a ratio in percent (or an average) from summed parts; undefined where no figure has parts. */
export function recomputeAmounts(amounts: readonly Amount[], scale: number): Amount | undefined {
  let numerator = 0;
  let denominator = 0;
  let qualifier: Qualifier = 'EXACT';
  let known = false;
  for (const amount of amounts) {
    if (amount.numerator === null || amount.denominator === null) continue;
    known = true;
    numerator = exactSum(numerator, amount.numerator);
    denominator = exactSum(denominator, amount.denominator);
    qualifier = strongerQualifier(qualifier, amount.qualifier);
  }
  return known ? { value: quotient(numerator, denominator, scale), numerator, denominator, qualifier } : undefined;
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
