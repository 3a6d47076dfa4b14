import type { Dimensions, Qualifier } from '../facts/indicators/indicator.ts';
import type { FigureState } from '../facts/reports/report.ts';
import type { Day } from '../periods/day.ts';
import type { Amount } from './amount.ts';

/** A reported fact as the algebra sees it: of one indicator, role and set of dimensions. */
export interface Fact extends Amount {
  readonly id: number;
  /** Index of the unit in the tree. */
  readonly unit: number;
  /** The period in its canonical text. */
  readonly periodKey: string;
  /** The same in days, half-open; undefined for a congress term. */
  readonly days: { readonly from: Day; readonly to: Day } | undefined;
  readonly approximate: boolean;
  readonly per: 'MONTH' | 'QUARTER' | 'YEAR' | null;
  readonly qualifier: Qualifier;
  readonly sourceId: string;
  /** Milliseconds since 1970. */
  readonly knownAt: number;
  /** When its report was handed in, likewise; when it became known where absent. */
  readonly reportedAt?: number | null;
  /** The part that it is of; empty or absent for the whole. */
  readonly dimensions?: Dimensions;
  /** How it came to count. */
  readonly state?: FigureState;
}

/** Of facts about the same period, the one that was known last; the later row where two came at once. */
export function latestVintage(facts: readonly Fact[], knownAt = Number.POSITIVE_INFINITY): Fact | undefined {
  let latest: Fact | undefined;
  for (const fact of facts) {
    if (fact.knownAt > knownAt) continue;
    if (!latest || fact.knownAt > latest.knownAt || (fact.knownAt === latest.knownAt && fact.id > latest.id)) {
      latest = fact;
    }
  }
  return latest;
}
