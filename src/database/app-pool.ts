import pg from 'pg';

/** The role that the server works as: it owns nothing, and the policies of the tables hold for it. */
export const APP_ROLE = 'dangbo_app';

const MAX_CONNECTIONS = 10;

/**
 * Opens connections that work as the server's own role from their first statement on, over the login of the address.
 * @throws Error where they would not: then the policies of the tables would not hold
 */
export async function openAppPool(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: url, max: MAX_CONNECTIONS, options: `-c role=${APP_ROLE}` });
  // Connections that end while nobody uses them are no loss: the pool opens others.
  pool.on('error', () => undefined);
  try {
    await requireAppRole(pool);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

const WHO = `select current_user as "user", rolsuper or rolbypassrls as "unbound" from pg_roles where rolname = current_user`;

async function requireAppRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ user: string; unbound: boolean }>(WHO);
  const [who] = rows;
  if (who?.user === APP_ROLE && !who.unbound) return;
  throw new Error(
    `the server must work as the database role ${APP_ROLE}, which row-level security holds for, but works as ${who?.user ?? 'none'}`,
  );
}
