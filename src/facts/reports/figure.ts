import type { Dimensions, ObservationRole, Qualifier } from '../indicators/indicator.ts';

/** What a figure of a report says, whatever form its period has: its indicator and dimensions are of the catalogue. */
export interface FigureParts {
  readonly indicator: string;
  readonly role: ObservationRole;
  readonly dimensions: Dimensions;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly qualifier: Qualifier;
  readonly note: string | null;
}
