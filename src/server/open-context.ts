import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { MemberAccess } from '../access/member-access.ts';
import { memberAccess } from '../access/member-access.ts';
import { scopeOf } from '../access/scope.ts';
import { unauthenticated } from '../access/sign-in/refusals.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Ending } from '../database/ending.ts';
import { writesUntil } from '../database/ending.ts';
import type { Lsn } from '../database/replicas/lsn.ts';
import { laterOf, NO_LSN } from '../database/replicas/lsn.ts';
import type { Statements } from '../database/statements.ts';
import type { Changes } from '../loaders/changes.ts';
import type { RequestContext } from '../loaders/context.ts';
import type { Loaders } from '../loaders/request.ts';
import { makeLoaders } from '../loaders/request.ts';
import type { Sight } from '../protection/sight.ts';
import { sightOf } from '../protection/sight.ts';
import type { Snapshot } from '../loaders/snapshot/snapshot.ts';
import type { SnapshotStore } from '../loaders/snapshot/store.ts';
import type { Day } from '../periods/day.ts';
import { dayInVietnam } from '../periods/day.ts';

/** What all requests of a server share. */
export interface Ground {
  readonly store: SnapshotStore;
  readonly statements: Statements;
  readonly orm: MikroORM;
  readonly smallestCount: number;
}

/**
 * What every resolver of one request has at hand, from the state of the database of this moment.
 * @param moment the clock's
 * @param ending what the request reads for itself alone, and what it writes, ends with it
 * @param seen what the one who asks has seen already, here or elsewhere
 * @throws CodedError UNAUTHENTICATED for an officer of a unit that there is not, DATABASE_UNAVAILABLE
 */
export async function openContext(
  { store, statements, orm, smallestCount }: Ground,
  viewer: Viewer,
  moment: Date,
  ending: Ending,
  seen: Lsn = NO_LSN,
): Promise<RequestContext> {
  const first = await store.current({ seen });
  if (viewer.unit !== null && !first.tree.byCode(viewer.unit))
    throw unauthenticated('the `unit` of a party organisation, by its code');
  return new Opened({ store, statements, orm, smallestCount }, viewer, first, dayInVietnam(moment), ending, seen);
}

/** A request's context. What not every question needs is made when it is asked for: many are answered from memory. */
class Opened implements RequestContext, Changes {
  readonly members: MemberAccess;
  readonly sight: Sight;
  private made: Loaders | undefined;

  constructor(
    private readonly ground: Ground,
    readonly viewer: Viewer,
    public snapshot: Snapshot,
    readonly today: Day,
    private readonly ending: Ending,
    private readonly seenBefore: Lsn,
  ) {
    const scope = scopeOf(viewer, snapshot.tree, today);
    // What was read is written down for good, whoever still waits.
    this.members = memberAccess(ground.statements.atLeast(this.seen()), viewer, scope, today);
    this.sight = sightOf(viewer, scope, ground.smallestCount);
  }

  get loaders(): Loaders {
    if (!this.made) {
      const own = this.ground.statements.atLeast(this.seen()).until(this.ending.signal);
      this.made = makeLoaders(this.snapshot, own, this.members, this.sight);
    }
    return this.made;
  }

  get changes(): Changes {
    return this;
  }

  get spread(): RequestContext['spread'] {
    return this.ground.statements.isSpread ? this : undefined;
  }

  seen(): Lsn {
    return laterOf(this.ground.store.seen, this.seenBefore);
  }

  em(): EntityManager {
    return writesUntil(this.ground.orm.em.fork(), this.ending);
  }

  async after(): Promise<Snapshot> {
    const snapshot = await this.ground.store.current({ fromPrimary: true });
    if (snapshot !== this.snapshot || this.ground.statements.isSpread) this.made = undefined;
    this.snapshot = snapshot;
    return snapshot;
  }
}
