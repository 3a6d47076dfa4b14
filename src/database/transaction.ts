import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClientBase, Pool } from 'pg';
import { LOOK_FOR_CLIENT_MS } from './app-pool.ts';
import type { Ending } from './ending.ts';
import { endingOf, stopped } from './ending.ts';
import { Lease } from './lease.ts';

/** A connection that is cut is noticed while a statement runs; none runs for longer than the request may. */
const settings = ({ milliseconds }: Ending): string =>
  `set local client_connection_check_interval = ${LOOK_FOR_CLIENT_MS}; set local statement_timeout = ${milliseconds}`;

/**
 * Runs something in a transaction of its own: committed when it is done, and rolled back when it throws, or when nobody
 * waits for it any more.
 * @param em on the connection that may write
 * @throws CodedError TIMED_OUT where nobody waited any more
 */
export async function inTransaction<T>(em: EntityManager, run: (client: ClientBase) => Promise<T>): Promise<T> {
  const pool: Pool = await em.getConnection().getNativeClient();
  const ending = endingOf(em);
  const lease = new Lease(await pool.connect(), ending.signal);
  const { client } = lease;
  try {
    await client.query(`begin; ${settings(ending)}`);
    const result = await run(client);
    await ending.commit(() => {
      lease.hold();
      return client.query('commit');
    });
    lease.end(false);
    return result;
  } catch (error) {
    if (!ending.signal.aborted) await client.query('rollback').catch(() => undefined);
    lease.end(ending.signal.aborted);
    throw stopped(error, ending.signal) ?? error;
  }
}

/** The same for entities. */
export async function entitiesInTransaction(
  em: EntityManager,
  run: (inside: EntityManager) => Promise<void>,
): Promise<void> {
  const ending = endingOf(em);
  const inside = em.fork();
  try {
    await inside.begin();
    await inside.getConnection().execute(settings(ending), [], 'run', inside.getTransactionContext());
    await run(inside);
    await ending.commit(() => inside.commit());
  } catch (error) {
    await inside.rollback().catch(() => undefined);
    throw stopped(error, ending.signal) ?? error;
  }
}
