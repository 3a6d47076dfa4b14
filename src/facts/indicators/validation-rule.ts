import type { Dimensions } from './indicator.ts';

/** One figure in a rule. OPENING: of the day before the period, as a stock is carried over. */
export interface RuleTerm {
  readonly indicator: string;
  readonly dimensions?: Dimensions;
  readonly at?: 'OPENING';
}

/** What has to hold between figures of one unit and period. */
export type ValidationForm =
  /** The parts along a dimension make the whole. */
  | { readonly form: 'PARTS'; readonly indicator: string; readonly dimension: string }
  /** One sum is equal to another, or no more than it. */
  | {
      readonly form: 'COMPARE';
      readonly left: readonly RuleTerm[];
      readonly relation: 'EQUAL' | 'AT_MOST';
      readonly right: readonly RuleTerm[];
    }
  /** Published rates are what the figures that define them give. */
  | { readonly form: 'RATES' }
  /** A unit's own report is what the units below it add up to, where all of them answered. */
  | { readonly form: 'ROLL_UP' };
