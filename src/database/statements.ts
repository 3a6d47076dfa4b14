import { types } from 'node:util';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { CodedError } from '../errors/coded-error.ts';

/** A statement as it was sent, for tests and metrics. */
export interface SentStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * The hot reads: prepared statements over the ORM's own connection pool, rows as the driver gives them.
 * Rows that become entities go through the ORM instead.
 */
export class Statements {
  private constructor(
    private readonly pool: Pool,
    private readonly observers: Set<(sent: SentStatement) => void>,
  ) {}

  static async over(orm: MikroORM): Promise<Statements> {
    return Statements.on(await orm.em.getConnection().getNativeClient());
  }

  static on(pool: Pool): Statements {
    return new Statements(pool, new Set());
  }

  /** Calls back with each statement that is sent; returns what ends it. */
  observe(observer: (sent: SentStatement) => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  /**
   * Runs a prepared statement and gives its rows.
   * @throws CodedError DATABASE_UNAVAILABLE where the database cannot be reached
   */
  async rows<Row extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    for (const observer of this.observers) observer({ name, text });
    try {
      const result = await this.pool.query<Row>({ name, text, values: [...values] });
      return result.rows;
    } catch (error) {
      throw isAway(error) ? databaseUnavailable(error) : error;
    }
  }

  /**
   * Like `rows`, in a transaction of its own that only reads and that the session is set for.
   * @param settings what the session is set to for as long as the transaction lasts
   * @throws CodedError DATABASE_UNAVAILABLE where the database cannot be reached
   */
  async rowsWith<Row extends object>(
    settings: Readonly<Record<string, string>>,
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    for (const observer of this.observers) observer({ name, text });
    let client: PoolClient | undefined;
    try {
      client = await this.pool.connect();
      await client.query(opening(client, settings));
      const read = await client.query<Row>({ name, text, values: [...values] });
      await client.query('commit');
      client.release();
      return read.rows;
    } catch (error) {
      // Not used again: the transaction may still be open on it.
      client?.release(true);
      throw isAway(error) ? databaseUnavailable(error) : error;
    }
  }
}

function opening(client: PoolClient, settings: Readonly<Record<string, string>>): string {
  const parts = Object.entries(settings).map(
    ([name, value]) => `set_config(${client.escapeLiteral(name)}, ${client.escapeLiteral(value)}, true)`,
  );
  return `begin read only; select ${parts.join(', ')}`;
}

/** What a user is told when the database is away. */
export function databaseUnavailable(cause: unknown): CodedError {
  return new CodedError(
    'DATABASE_UNAVAILABLE',
    'The database cannot be reached at the moment. Ask again shortly.',
    {},
    { cause },
  );
}

const AWAY_CODES = /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_|08|57P0|53300)/;
const AWAY_MESSAGES =
  /connection (terminated|refused)|timeout exceeded when trying to connect|server closed the connection|not queryable|Client has encountered a connection error/i;

/** Whether an error of the driver, or of the ORM around it, says that the database is away. */
export function isAway(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (AWAY_CODES.test(code) || AWAY_MESSAGES.test(error.message)) return true;
  if ('errors' in error && Array.isArray(error.errors) && error.errors.some(isAway)) return true;
  return 'cause' in error && error.cause !== error && isAway(error.cause);
}
