import type { Day } from '../../../periods/day.ts';

/** Why a member is no longer on the list. */
export type LeavingReason = 'DIED' | 'REMOVED' | 'WITHDRAWN' | 'EXPELLED';
export type DisciplineForm = 'REPRIMAND' | 'WARNING' | 'DISMISSAL' | 'EXPULSION';

/** Something that will happen in a cell on a day, to a member who is not chosen yet. */
export type Planned = { readonly day: Day; readonly cell: number } & (
  | { readonly kind: 'ADMIT' | 'AWARD' }
  | { readonly kind: 'LEAVE'; readonly reason: LeavingReason }
  | { readonly kind: 'DISCIPLINE'; readonly form: DisciplineForm }
  /** To another cell of the province; `anyone`: a probationary member, too. */
  | { readonly kind: 'MOVE'; readonly to: number; readonly anyone: boolean }
  /** To a cell of another province, or from there: the id of its unit. */
  | { readonly kind: 'EXPORT' | 'IMPORT'; readonly elsewhere: number }
);

/** What happens in a province, in the order of time. */
export interface ProvincePlan {
  readonly events: readonly Planned[];
  /** Members of each cell before the first event. */
  readonly opening: Int32Array;
}
