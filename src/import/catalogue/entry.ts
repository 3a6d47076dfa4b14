import type { DimensionValue } from '../../facts/indicators/dimension.entity.ts';
import type { IndicatorDimension, IndicatorKind, RatioDefinition } from '../../facts/indicators/indicator.ts';
import type { ValidationForm } from '../../facts/indicators/validation-rule.ts';

/** An indicator as it is given to the catalogue: new, or in the place of what has its code. */
export interface IndicatorEntry {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly dimensions: readonly IndicatorDimension[];
  readonly definition: RatioDefinition | null;
}

/** A dimension as it is given to the catalogue. */
export interface DimensionEntry {
  readonly name: string;
  readonly nameVi: string;
  readonly descriptionEn: string;
  readonly closed: boolean;
  readonly values: readonly DimensionValue[];
}

/** A rule as it is given to the catalogue. */
export interface RuleEntry {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly rule: ValidationForm;
}

/** Everything that is given at once: all of it is taken, or nothing. */
export interface CatalogueEntries {
  readonly indicators: readonly IndicatorEntry[];
  readonly dimensions: readonly DimensionEntry[];
  readonly rules: readonly RuleEntry[];
}

/** What the catalogue has to know of its entries to judge new ones. */
export type KnownIndicator = Pick<IndicatorEntry, 'code' | 'kind' | 'definition' | 'dimensions'>;
export type KnownDimension = Pick<DimensionEntry, 'name' | 'closed' | 'values'>;
