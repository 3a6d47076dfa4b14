import type { MemberAccess } from '../access/member-access.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Lsn } from '../database/replicas/lsn.ts';
import type { Sight } from '../protection/sight.ts';
import type { Day } from '../periods/day.ts';
import type { Changes } from './changes.ts';
import type { Loaders } from './request.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What every resolver of one request has at hand. */
export interface RequestContext {
  readonly snapshot: Snapshot;
  readonly loaders: Loaders;
  /** Which counts of people the viewer sees as they are. */
  readonly sight: Sight;
  /** Today in Vietnam: the day of the tree where a question names none. */
  readonly today: Day;
  /** What a mutation writes with, and how it sees what it wrote. */
  readonly changes: Changes;
  /** Where reads go to several servers: what has been seen, so that nobody sees less afterwards. */
  readonly spread: { seen(): Lsn } | undefined;
  /** Who asks. */
  readonly viewer: Viewer;
  /** What the viewer sees of members, and what was read of them. */
  readonly members: MemberAccess;
}
