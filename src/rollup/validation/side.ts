import { exactSum } from '../amount.ts';
import type { Bound, Bounded } from '../bounds.ts';
import { isFloor, isStrict, mayBeAtMost, mayEqual } from '../bounds.ts';
import type { Published } from '../derive.ts';

export type Relation = 'EQUAL' | 'AT_MOST';

/** Whether two sides cannot be as a rule has it, whatever their bounds leave open. */
export function violates(left: Bounded, relation: Relation, right: Bounded): boolean {
  switch (relation) {
    case 'EQUAL':
      return !mayEqual(left, right);
    case 'AT_MOST':
      return !mayBeAtMost(left, right);
  }
}

/** Adds the figures of one side of a rule. */
export function sumOfSide(terms: readonly Bounded[]): Bounded {
  return terms.reduce<Bounded>(
    (sum, term) => ({ value: exactSum(sum.value, term.value), qualifier: joined(sum.qualifier, term.qualifier) }),
    { value: 0, qualifier: 'EXACT' },
  );
}

function joined(a: Bound, b: Bound): Bound {
  if (a === 'EXACT') return b;
  return b === 'EXACT' || isStrict(a) || !isStrict(b) ? a : b;
}

/** Whether a published percent, as far as its digits go, cannot be what the counts give. */
export function contradicts({ percent, half }: Published, { value, qualifier }: Bounded): boolean {
  const dust = Math.abs(value) * 1e-9;
  const isAbove = percent - half > value + dust;
  const isBelow = percent + half < value - dust;
  if (qualifier === 'EXACT') return isAbove || isBelow;
  return isFloor(qualifier) ? isBelow : isAbove;
}
