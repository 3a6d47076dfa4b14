import pg from 'pg';
import { DEFAULT_LIMITS } from '../limits.ts';

/** The role that the server works as: it owns nothing, and the policies of the tables hold for it. */
export const APP_ROLE = 'dangbo_app';

const MAX_CONNECTIONS = 10;

/** How often the database looks whether somebody still waits for a statement: a connection that is cut ends it. */
export const LOOK_FOR_CLIENT_MS = 500;

/**
 * Opens connections that work as the server's own role from their first statement on, over the login of the address.
 * @param milliseconds how long one statement may take
 * @param check whether the server is there already to be asked; the role is set in any case
 * @throws Error where they would not: then the policies of the tables would not hold
 */
export async function openAppPool(
  url: string,
  { milliseconds = DEFAULT_LIMITS.milliseconds, check = true } = {},
): Promise<pg.Pool> {
  const settings = {
    role: APP_ROLE,
    statement_timeout: milliseconds,
    client_connection_check_interval: LOOK_FOR_CLIENT_MS,
    // The same few statements for ever: to plan one anew for each of its values took longer than most of them take.
    plan_cache_mode: 'force_generic_plan',
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    // Tells an operator, and those who watch, which process a connection is of.
    application_name: `dangbo worker ${process.pid}`,
  });
  outliveBrokenConnections(pool);
  try {
    if (check) await requireAppRole(pool);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/**
 * A connection that breaks while nobody uses it is no loss: the pool opens others. One that breaks in use tells whoever
 * uses it, by the statement; that it tells it a second time would end the process.
 */
export function outliveBrokenConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
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
