import type { Viewer } from '../access/viewer.ts';
import type { Day } from '../periods/day.ts';
import type { Loaders } from './request.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What every resolver of one request has at hand. */
export interface RequestContext {
  readonly snapshot: Snapshot;
  readonly loaders: Loaders;
  /** Today in Vietnam: the day of the tree where a question names none. */
  readonly today: Day;
  /** Who asks. */
  readonly viewer: Viewer;
}
