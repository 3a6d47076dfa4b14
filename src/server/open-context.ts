import type { MikroORM } from '@mikro-orm/postgresql';
import { memberAccess } from '../access/member-access.ts';
import { scopeOf } from '../access/scope.ts';
import { unauthenticated } from '../access/sign-in/refusals.ts';
import type { Viewer } from '../access/viewer.ts';
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
 * @param ended what the request reads for itself alone ends with it
 * @throws CodedError UNAUTHENTICATED for an officer of a unit that there is not, DATABASE_UNAVAILABLE
 */
export async function openContext(
  { store, statements, orm, smallestCount }: Ground,
  viewer: Viewer,
  moment: Date,
  ended: AbortSignal,
): Promise<RequestContext> {
  const first = await store.current();
  const { tree } = first;
  if (viewer.unit !== null && !tree.byCode(viewer.unit))
    throw unauthenticated('the `unit` of a party organisation, by its code');
  const today = dayInVietnam(moment);
  const scope = scopeOf(viewer, tree, today);
  const own = statements.until(ended);
  // What was read is written down for good, whoever still waits.
  const members = memberAccess(statements, viewer, scope, today);
  const sight = sightOf(viewer, scope, smallestCount);
  let state = { snapshot: first, loaders: makeLoaders(first, own, members, sight) };
  const after = async (): Promise<Snapshot> => {
    const snapshot = await store.current();
    if (snapshot !== state.snapshot) state = { snapshot, loaders: makeLoaders(snapshot, own, members, sight) };
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
    changes: { em: () => orm.em.fork(), after },
  };
}
