export const INDICATOR_KINDS = ['FLOW', 'STOCK', 'RATIO', 'AVERAGE', 'CLASS'] as const;
/** How an indicator combines over units and over time; rollup/kinds.ts holds what follows from it. */
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

export const OBSERVATION_ROLES = ['ACTUAL', 'TARGET'] as const;
export type ObservationRole = (typeof OBSERVATION_ROLES)[number];

export const QUALIFIERS = ['EXACT', 'AT_LEAST', 'GREATER_THAN'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Names to values, as in { FORM: 'REPRIMAND' }. */
export type Dimensions = Readonly<Record<string, string>>;

/** One side of a ratio. */
export interface RatioPart {
  readonly indicator: string;
  readonly role?: ObservationRole;
  readonly dimensions?: Dimensions;
  /** CONTAINING: of the year or term that holds the period asked for, as a target is. */
  readonly period?: 'CONTAINING';
}

/** By which other indicators a ratio is recomputed at every level and period. */
export type RatioDefinition =
  | {
      readonly form: 'SHARE';
      readonly numerator: RatioPart;
      readonly denominator: RatioPart;
      /** The share of all the others: what the numerator leaves of the denominator. */
      readonly complement?: boolean;
    }
  | { readonly form: 'GROWTH'; readonly of: RatioPart; readonly against: 'PREVIOUS_YEAR' };

/** Whether the parts of a dimension add up to the indicator's total. */
export interface IndicatorDimension {
  readonly name: string;
  readonly addsUp: boolean;
}

/** The one text that a set of dimensions has, whatever order it came in. */
export function dimensionsKey(dimensions: Dimensions): string {
  return Object.keys(dimensions)
    .sort()
    .map((name) => `${name}=${dimensions[name] ?? ''}`)
    .join(';');
}
