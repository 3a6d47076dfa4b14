import type { PeriodUnit } from '../../periods/period.ts';
import type { Dimensions, ObservationRole, Qualifier } from '../indicators/indicator.ts';

/** What a reported figure says, whatever form its period has: its indicator and dimensions are of the catalogue. */
export interface FigureParts {
  readonly indicator: string;
  readonly role: ObservationRole;
  /** The figure is for each of these within the period. */
  readonly per: PeriodUnit | null;
  readonly dimensions: Dimensions;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly qualifier: Qualifier;
  /** Id of the document that it was found in; null for the report itself. */
  readonly source: string | null;
  readonly note: string | null;
}
