import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';

/** Runs something in a transaction of its own, on the connection that may write; of what fails nothing stays. */
export async function inTransaction<T>(em: EntityManager, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const pool: Pool = await em.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await run(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
