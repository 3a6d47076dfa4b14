import pg from 'pg';

/** Any number will do, so long as nobody else locks it. */
const LOCK = 0x64_61_6e_67;

/** The mark that a process leaves in the database for as long as it uses it. */
export interface Presence {
  /** Takes the mark away, and tells whether nobody else's is left. Of several that leave at once, one is last. */
  leave(): Promise<{ last: boolean }>;
}

/**
 * Several processes may use one embedded server. Each holds a shared advisory lock, which vanishes with it however
 * it ends; the one that can have the lock to itself at the end is the last, and may stop the server.
 * @param onLost called once if the connection breaks before the mark was taken away: the server went down
 */
export async function announcePresence(url: string, onLost: () => void): Promise<Presence> {
  const client = new pg.Client({ connectionString: url, application_name: 'dangbo presence' });
  let leaving = false;
  // An error ends the connection too, and that is what counts.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock_shared($1)', [LOCK]);
  client.on('end', () => {
    if (!leaving) onLost();
  });
  return {
    leave(): Promise<{ last: boolean }> {
      leaving = true;
      return leave(client);
    },
  };
}

async function leave(client: pg.Client): Promise<{ last: boolean }> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [LOCK]);
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [LOCK]);
    return { last: rows[0]?.last === true };
  } catch {
    // The connection is gone, and so is the mark. Nobody else can be asked, so nobody else is disturbed.
    return { last: false };
  } finally {
    await client.end().catch(() => undefined);
  }
}
