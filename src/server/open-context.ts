import type { MikroORM } from '@mikro-orm/postgresql';
import { memberAccess } from '../access/member-access.ts';
import { scopeOf } from '../access/scope.ts';
import { unauthenticated } from '../access/sign-in/refusals.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Ending } from '../database/ending.ts';
import { writesUntil } from '../database/ending.ts';
import type { Lsn } from '../database/replicas/lsn.ts';
import { laterOf, NO_LSN } from '../database/replicas/lsn.ts';
import type { Statements } from '../database/statements.ts';
import type { RequestContext } from '../loaders/context.ts';
import { makeLoaders } from '../loaders/request.ts';
import { sightOf } from '../protection/sight.ts';
import type { Snapshot } from '../loaders/snapshot/snapshot.ts';
import type { SnapshotStore } from '../loaders/snapshot/store.ts';
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
  const { tree } = first;
  if (viewer.unit !== null && !tree.byCode(viewer.unit))
    throw unauthenticated('the `unit` of a party organisation, by its code');
  const today = dayInVietnam(moment);
  const scope = scopeOf(viewer, tree, today);
  const own = (): Statements => statements.atLeast(laterOf(store.seen, seen)).until(ending.signal);
  // What was read is written down for good, whoever still waits.
  const members = memberAccess(statements.atLeast(laterOf(store.seen, seen)), viewer, scope, today);
  const sight = sightOf(viewer, scope, smallestCount);
  let state = { snapshot: first, loaders: makeLoaders(first, own(), members, sight) };
  const after = async (): Promise<Snapshot> => {
    const snapshot = await store.current({ fromPrimary: true });
    if (snapshot !== state.snapshot || statements.isSpread)
      state = { snapshot, loaders: makeLoaders(snapshot, own(), members, sight) };
    return snapshot;
  };
  return {
    get snapshot() {
      return state.snapshot;
    },
    get loaders() {
      return state.loaders;
    },
    today,
    viewer,
    members,
    sight,
    changes: { em: () => writesUntil(orm.em.fork(), ending), after },
    spread: statements.isSpread ? { seen: () => laterOf(store.seen, seen) } : undefined,
  };
}
