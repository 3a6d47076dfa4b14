import type { EntityManager } from '@mikro-orm/postgresql';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What a mutation writes with. */
export interface Changes {
  /** A unit of work of its own, on the connection that may write. */
  em(): EntityManager;
  /** The state after what was written. What is asked of the request from then on, is asked of this state. */
  after(): Promise<Snapshot>;
}
