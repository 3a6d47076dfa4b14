import { CodedError } from '../errors/coded-error.ts';
import type { IndicatorKind } from '../facts/indicators/indicator.ts';
import type { Amount } from './amount.ts';
import { recomputeAmounts, sumAmounts } from './amount.ts';
import type { KindBehaviour } from './kinds.ts';
import { scaleOf } from './kinds.ts';

/** How figures of several units may be asked to come together: as the kind has it, or in a way that is named. */
export const COMBINATIONS = ['DECLARED', 'SUM', 'RECOMPUTE'] as const;
export type Combination = (typeof COMBINATIONS)[number];

/**
 * How figures of a kind come together, where the way asked for is one that the kind has.
 * @throws CodedError COMBINATION_ILLEGAL
 */
export function legalCombination(code: string, { overUnits }: KindBehaviour, asked: Combination): 'SUM' | 'RECOMPUTE' {
  switch (overUnits) {
    case 'SUM':
    case 'RECOMPUTE':
      if (asked === 'DECLARED' || asked === overUnits) return overUnits;
      throw illegal(
        code,
        asked,
        overUnits === 'SUM'
          ? 'it is a count, which is added'
          : 'it is a share or an average, which is recomputed from its parts',
      );
    case 'BORDER':
      throw illegal(
        code,
        asked,
        'it is counted across the border of one unit, and what goes between two of them would count twice',
      );
    case 'NEVER':
      throw illegal(code, asked, 'it is a class, and classes are never combined');
  }
}

function illegal(code: string, asked: Combination, because: string): CodedError {
  const way = asked === 'DECLARED' ? 'combined' : asked === 'SUM' ? 'summed' : 'recomputed';
  return new CodedError('COMBINATION_ILLEGAL', `${code} cannot be ${way}: ${because}.`, {
    expected: because,
    received: asked,
  });
}

/** Combines figures in a way that is legal for their kind; undefined for none. */
export function combineAmounts(
  way: 'SUM' | 'RECOMPUTE',
  kind: IndicatorKind,
  amounts: readonly Amount[],
): Amount | undefined {
  return way === 'SUM' ? sumAmounts(amounts) : recomputeAmounts(amounts, scaleOf(kind));
}
