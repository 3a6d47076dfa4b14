import type { Amount } from './amount.ts';
import { exactSum, sumAmounts } from './amount.ts';
import type { Bound } from './bounds.ts';
import type { Division, Part } from './breakdown.ts';
import { checkParts, isWithin, meaning, shareSomething, singleValues } from './breakdown.ts';

/** A figure that nobody reported, and that follows from others that somebody did. */
export interface Derived {
  readonly value: number;
  readonly qualifier: Bound;
  /** What a published percent, rounded as it is, leaves open: no less and no more than these; null for no end. */
  readonly low: number;
  readonly high: number | null;
  /** Whether nothing but this value fits what was published. */
  readonly certain: boolean;
  /** How it follows, as a line of arithmetic. */
  readonly rule: string;
}

/**
 * A part that follows from the total and the other parts along one dimension: what they leave over, where
 * nothing else is left; or nothing, where they leave nothing.
 * @param part the part asked for
 * @param others parts along the dimension, of the same other values
 */
export function remainder(
  part: Pick<Part, 'dimensions'>,
  others: readonly Part[],
  division: Division,
  total: Part,
): Derived | undefined {
  const apart = others.filter((other) => !shareSomething(other, part, [division]));
  const isOpen = ({ whole, amount }: Part): boolean =>
    !whole || amount.qualifier !== 'EXACT' || amount.hidden !== undefined;
  if (!division.addsUp || [total, ...apart].some(isOpen)) return undefined;
  const { taken, sum, agreement } = checkParts(apart, [division], total);
  if (agreement === 'NOT_ADDITIVE' || total.amount.value === null) return undefined;
  const rest = exactSum(total.amount.value, -(sum?.value ?? 0));
  if (rest < 0 || (rest > 0 && !isAllThatIsLeft(part, taken, division))) return undefined;
  const rule = `${[total, ...taken].map((each) => each.amount.value).join(' − ')} = ${rest}`;
  return { value: rest, qualifier: 'EXACT', low: rest, high: rest, certain: true, rule };
}

function isAllThatIsLeft(part: Pick<Part, 'dimensions'>, taken: readonly Part[], division: Division): boolean {
  if (!division.closed) return false;
  const named = new Set(taken.flatMap((each) => [...meaning(division, each)]));
  const left = new Set(singleValues(division).filter((value) => !named.has(value)));
  const asked = meaning(division, part);
  return left.size === asked.size && isWithin(left, asked);
}

/** A total is at least what those of its parts add up to that were reported. */
export function atLeastParts(parts: readonly Part[], division: Division): Derived | undefined {
  const { sum, taken, agreement } = checkParts(parts, [division], undefined);
  if (agreement === 'NOT_ADDITIVE' || sum?.value == null || taken.some(({ whole }) => !whole)) return undefined;
  const qualifier = sum.qualifier === 'GREATER_THAN' ? 'GREATER_THAN' : 'AT_LEAST';
  const rule = `${taken.map((each) => each.amount.value).join(' + ')} = ${sum.value}, and the parts that nobody reported`;
  return { value: sum.value, qualifier, low: sum.value, high: null, certain: false, rule };
}

/** What a value that covers others is made of, where all of them were reported. */
export function sumOfCovered(parts: readonly Part[], division: Division, value: string): Derived | undefined {
  const covers = division.values.find((known) => known.value === value)?.covers ?? [];
  const covered = parts.filter(({ dimensions, whole }) => whole && covers.includes(dimensions[division.name] ?? ''));
  const sum =
    division.addsUp && covers.length > 0 && covered.length === covers.length
      ? sumAmounts(covered.map((part) => part.amount))
      : undefined;
  if (sum?.value == null) return undefined;
  return {
    value: sum.value,
    qualifier: sum.qualifier,
    low: sum.value,
    high: sum.value,
    certain: sum.qualifier === 'EXACT',
    rule: `${covered.map((part) => part.amount.value).join(' + ')} = ${sum.value}`,
  };
}

/** A published ratio, as far as its digits go: 31.3 stands for 31.25 to 31.35. */
export interface Published {
  readonly percent: number;
  /** Half a unit of the last digit. */
  readonly half: number;
}

/** Reads the precision of a published percent off its digits. */
export function publishedPercent({ value, qualifier }: Amount): Published | undefined {
  if (value === null || qualifier !== 'EXACT') return undefined;
  const [, digits = ''] = String(value).split('.');
  return { percent: value, half: 0.5 * 10 ** -digits.length };
}

/** What the period before had, from what this one has and how much it grew: 713 after +31.3 % was 543. */
export function beforeGrowth(now: number, growth: Published): Derived | undefined {
  return between(
    (percent) => now / (1 + percent / 100),
    growth,
    Number.isInteger(now),
    (value) => `${now} / (1 + ${growth.percent} %) = ${value}`,
  );
}

/** What this period has, from what the one before had and how much it grew. */
export function afterGrowth(before: number, growth: Published): Derived | undefined {
  return between(
    (percent) => before * (1 + percent / 100),
    growth,
    Number.isInteger(before),
    (value) => `${before} × (1 + ${growth.percent} %) = ${value}`,
  );
}

/** The numerator of a published share, from its denominator. */
export function numeratorOf(denominator: number, share: Published): Derived | undefined {
  return between(
    (percent) => (denominator * percent) / 100,
    share,
    Number.isInteger(denominator),
    (value) => `${denominator} × ${share.percent} % = ${value}`,
  );
}

/** The denominator of a published share, from its numerator. */
export function denominatorOf(numerator: number, share: Published): Derived | undefined {
  return between(
    (percent) => (numerator * 100) / percent,
    share,
    Number.isInteger(numerator),
    (value) => `${numerator} / ${share.percent} % = ${value}`,
  );
}

/** Of counted things the whole number that the percent means, where its digits leave just one. */
function between(
  of: (percent: number) => number,
  { percent, half }: Published,
  isCount: boolean,
  rule: (value: number) => string,
): Derived | undefined {
  const ends = [of(percent - half), of(percent + half)].sort((a, b) => a - b);
  const exact = of(percent);
  const [low = exact, high = exact] = ends;
  if (![low, exact, high].every((each) => Number.isFinite(each) && each >= 0)) return undefined;
  const value = isCount ? Math.round(exact) : exactSum(exact, 0);
  const certain = isCount && low <= value && value <= high && Math.ceil(low) === Math.floor(high);
  return { value, qualifier: 'EXACT', low: exactSum(low, 0), high: exactSum(high, 0), certain, rule: rule(value) };
}
