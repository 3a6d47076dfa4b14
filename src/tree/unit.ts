import type { Day } from '../periods/day.ts';
import type { OrganizationKind } from './kind.ts';

/** Where a unit hangs from one day up to another, and as what: dated, half-open. */
export interface Placement {
  readonly child: number;
  /** Index of the unit above; -1 for the nation. */
  readonly parent: number;
  readonly kind: OrganizationKind;
  readonly from: Day;
  readonly to: Day;
}

export type SuccessionKind = 'MERGED' | 'SPLIT' | 'CONVERTED' | 'RENAMED' | 'DISSOLVED';

/** What became of a unit; `to` is -1 where nothing took its place. */
export interface SuccessionLink {
  readonly from: number;
  readonly to: number;
  readonly kind: SuccessionKind;
  readonly on: Day;
}

/** A party organisation as the tree holds it. Units refer to one another by index into the tree. */
export interface Unit {
  readonly index: number;
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** First day; NO_START where it is not known. */
  readonly openedOn: Day;
  /** First day on which it is no more; NO_END while it lives. */
  readonly closedOn: Day;
  readonly synthetic: boolean;
  /** Where it hung, in the order of time. */
  readonly placements: readonly Placement[];
  /** What hung under it, in the order of the codes. */
  readonly below: readonly Placement[];
}
