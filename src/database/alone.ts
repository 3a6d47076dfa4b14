import pg from 'pg';

/** Any number will do, so long as nobody else locks it. */
const LOCK = 7_203_915;

/**
 * Runs something that one instance may do at a time: several that start at once do it one after the other, and each
 * finds what those before it made. The lock goes with its connection, however a process ends.
 * @param url address of the database that the instances share
 */
export async function alone<T>(url: string, run: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'dangbo start' });
  // Where the connection breaks, what runs will notice by its own.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await run();
  } finally {
    await client.end().catch(() => undefined);
  }
}
