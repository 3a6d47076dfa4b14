import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { ImportJobs } from '../../import/files/jobs.ts';

const jobsByPool = new WeakMap<Pool, ImportJobs>();

/**
 * The imports that run on a database in this process.
 * @param em on the connection that may write
 */
export async function importJobs(em: EntityManager): Promise<ImportJobs> {
  const pool: Pool = await em.getConnection().getNativeClient();
  const known = jobsByPool.get(pool);
  if (known) return known;
  const url = em.config.get('clientUrl');
  if (url === undefined) throw new Error('the database is known by its address');
  const jobs = new ImportJobs(pool, url);
  jobsByPool.set(pool, jobs);
  return jobs;
}
