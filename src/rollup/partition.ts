import { sumAmounts } from './amount.ts';
import type { OwnReport } from './own.ts';

/** One value of a dimension, and the values that it stands for together. */
export interface PartValue {
  readonly value: string;
  readonly covers?: readonly string[];
}

/**
 * Which values of a dimension to take so that nothing is counted twice: a value that another one covers
 * is left out where the covering one is there.
 */
export function withoutCovered(present: ReadonlySet<string>, values: readonly PartValue[]): Set<string> {
  const covered = new Set(values.flatMap(({ value, covers }) => (present.has(value) ? (covers ?? []) : [])));
  return new Set([...present].filter((value) => !covered.has(value)));
}

/** Whether two values that are taken share something: two covering values may, and then no sum is right. */
export function overlap(taken: ReadonlySet<string>, values: readonly PartValue[]): boolean {
  const seen = new Set<string>();
  for (const { value, covers } of values) {
    if (!taken.has(value)) continue;
    for (const each of covers ?? []) {
      if (seen.has(each)) return true;
      seen.add(each);
    }
  }
  return false;
}

/** The values that are neither taken themselves nor covered by one that is. */
export function notTaken(taken: ReadonlySet<string>, values: readonly PartValue[]): string[] {
  const known = new Set(taken);
  for (const { value, covers } of values) if (taken.has(value)) for (const each of covers ?? []) known.add(each);
  return values
    .filter(({ value, covers }) => (covers ?? []).length === 0 && !known.has(value))
    .map(({ value }) => value);
}

/**
 * A unit's figure put together from its own reports by all values of a complete dimension whose parts
 * add up; undefined where a value is missing. Parts of a stock have to be of one day.
 * @param reports what the unit itself reported for each value
 */
export function wholeOfParts(
  values: readonly PartValue[],
  reports: ReadonlyMap<string, OwnReport>,
  ofOneDay: boolean,
): OwnReport | undefined {
  const taken = withoutCovered(new Set(reports.keys()), values);
  if (taken.size === 0 || notTaken(taken, values).length > 0 || overlap(taken, values)) return undefined;
  const parts = [...taken].sort().flatMap((value) => reports.get(value) ?? []);
  const facts = parts.flatMap((part) => part.facts);
  if (ofOneDay && new Set(facts.map((fact) => fact.days?.to)).size > 1) return undefined;
  const amount = sumAmounts(parts.map((part) => part.amount));
  return amount && { amount, facts };
}
