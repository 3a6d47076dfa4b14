import type { Dimensions } from '../facts/indicators/indicator.ts';
import type { Amount } from './amount.ts';
import { exactSum, sumAmounts } from './amount.ts';
import type { Bound } from './bounds.ts';
import { boundOfDifference, mayBeAtMost, mayEqual } from './bounds.ts';
import type { PartValue } from './partition.ts';

/** A way in which figures are divided. */
export interface Division {
  readonly name: string;
  /** Whether its parts make the total. */
  readonly addsUp: boolean;
  /** Whether `values` are all that there can be. */
  readonly closed: boolean;
  readonly values: readonly PartValue[];
}

/** One part of a figure, or the figure that is divided. */
export interface Part {
  readonly dimensions: Dimensions;
  readonly amount: Amount;
  /** Whether it is all there: the unit's own report, or nobody below is missing. */
  readonly whole: boolean;
}

export type Agreement = 'AGREES' | 'DIFFERS' | 'INCOMPLETE' | 'NO_TOTAL' | 'NOT_ADDITIVE';

/** How parts stand to their total. */
export interface PartsCheck {
  readonly agreement: Agreement;
  /** The parts that are added: none of them covers another. */
  readonly taken: readonly Part[];
  readonly sum: Amount | undefined;
  /** sum − total; null unless both are there. */
  readonly difference: number | null;
  readonly differenceQualifier: Bound | null;
}

/** Adds parts up, each thing once, and holds the sum against the total. */
export function checkParts(
  parts: readonly Part[],
  divisions: readonly Division[],
  total: Part | undefined,
): PartsCheck {
  const taken = parts.filter((part) => !parts.some((other) => other !== part && coversPart(other, part, divisions)));
  const additive = divisions.every((division) => division.addsUp) && !haveOverlap(taken, divisions);
  const sum = additive ? sumAmounts(taken.map((part) => part.amount)) : undefined;
  const known = sum?.value != null && total?.amount.value != null;
  return {
    agreement: additive ? agreementOf(taken, divisions, sum, total) : 'NOT_ADDITIVE',
    taken,
    sum,
    difference: known ? exactSum(sum.value ?? 0, -(total.amount.value ?? 0)) : null,
    differenceQualifier: known ? (boundOfDifference(sum.qualifier, total.amount.qualifier) ?? null) : null,
  };
}

function agreementOf(
  taken: readonly Part[],
  divisions: readonly Division[],
  sum: Amount | undefined,
  total: Part | undefined,
): Agreement {
  if (total?.amount.value == null) return 'NO_TOTAL';
  if (sum?.value == null) return 'INCOMPLETE';
  const [parts, whole] = [
    { value: sum.value, qualifier: sum.qualifier },
    { value: total.amount.value, qualifier: total.amount.qualifier },
  ];
  if (mayEqual(parts, whole)) return 'AGREES';
  if (!total.whole || taken.some((part) => !part.whole)) return 'INCOMPLETE';
  return mayBeAtMost(parts, whole) && !isComplete(taken, divisions) ? 'INCOMPLETE' : 'DIFFERS';
}

/** Whether parts name everything that there is: all combinations of complete dimensions, each once. */
export function isComplete(taken: readonly Part[], divisions: readonly Division[]): boolean {
  if (divisions.some((division) => !division.closed)) return false;
  const all = divisions.reduce((count, division) => count * singleValues(division).length, 1);
  const named = taken.reduce(
    (count, part) => count + divisions.reduce((size, division) => size * meaning(division, part).size, 1),
    0,
  );
  return named === all;
}

/** The values of a dimension that stand for nothing but themselves. */
export function singleValues({ values }: Division): string[] {
  return values.filter(({ covers }) => (covers ?? []).length === 0).map(({ value }) => value);
}

/** What a part stands for along a dimension: the values that its own covers, else that one. */
export function meaning(division: Division, { dimensions }: Pick<Part, 'dimensions'>): Set<string> {
  const value = dimensions[division.name] ?? '';
  const covers = division.values.find((known) => known.value === value)?.covers ?? [];
  return new Set(covers.length === 0 ? [value] : covers);
}

function coversPart(part: Part, other: Part, divisions: readonly Division[]): boolean {
  const sets = divisions.map((division) => [meaning(division, part), meaning(division, other)] as const);
  return sets.every(([mine, its]) => isWithin(its, mine)) && sets.some(([mine, its]) => mine.size > its.size);
}

/** Whether two parts share something along every dimension. */
export function shareSomething(
  part: Pick<Part, 'dimensions'>,
  other: Pick<Part, 'dimensions'>,
  divisions: readonly Division[],
): boolean {
  return divisions.every((division) => shareValue(meaning(division, part), meaning(division, other)));
}

function haveOverlap(taken: readonly Part[], divisions: readonly Division[]): boolean {
  return taken.some((part, at) => taken.slice(at + 1).some((other) => shareSomething(part, other, divisions)));
}

/** Whether all of some values are among others. */
export function isWithin(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].every((value) => others.has(value));
}

function shareValue(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((value) => others.has(value));
}
