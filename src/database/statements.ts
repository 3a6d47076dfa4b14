import { types } from 'node:util';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { to } from 'pg-copy-streams';
import { CodedError } from '../errors/coded-error.ts';
import type { BinaryRow } from './binary-rows.ts';
import { BinaryRows } from './binary-rows.ts';
import { stopped } from './ending.ts';
import type { Statement } from './guarded-read.ts';
import { readGuarded } from './guarded-read.ts';
import { Lease } from './lease.ts';
import type { Lsn } from './replicas/lsn.ts';
import { NO_LSN } from './replicas/lsn.ts';
import type { Replicas } from './replicas/replicas.ts';
import { timed } from './work.ts';

/** A statement as it was sent, for tests and metrics. */
export interface SentStatement {
  readonly name: string;
  readonly text: string;
}

/** What all that read from one database share. */
interface Connected {
  readonly primary: Pool;
  readonly replicas: Replicas | undefined;
  readonly observers: Set<(sent: SentStatement) => void>;
  onPrimary?: Statements;
}

/**
 * The hot reads: prepared statements over a connection pool, rows as the driver gives them. Rows that become entities
 * go through the ORM instead. Where there are replicas, a read goes to one that has what the reader has seen.
 */
export class Statements {
  private constructor(
    private readonly connected: Connected,
    /** What a replica must have, to be read from; undefined for the primary alone. */
    private readonly seen: Lsn | undefined,
    private readonly ended?: AbortSignal,
  ) {}

  static async over(orm: MikroORM): Promise<Statements> {
    return Statements.on(await orm.em.getConnection().getNativeClient());
  }

  static on(pool: Pool, replicas?: Replicas): Statements {
    const connected: Connected = { primary: pool, replicas, observers: new Set() };
    connected.onPrimary = new Statements(connected, undefined);
    return replicas ? new Statements(connected, NO_LSN) : connected.onPrimary;
  }

  /** The same, past every replica: for what writes, and for what has to be seen as it is now. */
  get onPrimary(): Statements {
    return this.connected.onPrimary ?? this;
  }

  /** The same, reading nothing older than a place in the log. */
  atLeast(seen: Lsn): Statements {
    return this.seen === undefined || this.seen === seen ? this : new Statements(this.connected, seen, this.ended);
  }

  /** Whether reads may go elsewhere than writes. */
  get isSpread(): boolean {
    return this.connected.replicas !== undefined;
  }

  /** The same, for as long as somebody waits: once the signal comes, what is under way is stopped in the database too. */
  until(ended: AbortSignal): Statements {
    return new Statements(this.connected, this.seen, ended);
  }

  /** Calls back with each statement that is sent; returns what ends it. */
  observe(observer: (sent: SentStatement) => void): () => void {
    this.connected.observers.add(observer);
    return () => this.connected.observers.delete(observer);
  }

  /**
   * Runs a prepared statement and gives its rows.
   * @throws CodedError DATABASE_UNAVAILABLE where the database cannot be reached, TIMED_OUT where it took too long
   */
  async rows<Row extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.read(name, text, values);
  }

  /**
   * Like `rows`, in a transaction of its own that only reads and that the session is set for.
   * @param settings what the session is set to for as long as the transaction lasts
   * @throws CodedError DATABASE_UNAVAILABLE where the database cannot be reached, TIMED_OUT where it took too long
   */
  async rowsWith<Row extends object>(
    settings: Readonly<Record<string, string>>,
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return this.read(name, text, values, settings);
  }

  private async read<Row extends object>(
    name: string,
    text: string,
    values: readonly unknown[],
    settings?: Readonly<Record<string, string>>,
  ): Promise<Row[]> {
    for (const observer of this.connected.observers) observer({ name, text });
    const statement = { name, text, values: [...values] };
    try {
      return await timed(name, text, () => this.send((pool) => rowsOf<Row>(pool, statement, settings, this.ended)));
    } catch (error) {
      throw failureOf(error, this.ended);
    }
  }

  /**
   * Reads many rows without an object for each: every row is handed over as it comes, and is gone afterwards.
   * @param select a SELECT without parameters, of whole numbers of four bytes and texts
   * @throws CodedError DATABASE_UNAVAILABLE where the database cannot be reached
   */
  async each(name: string, select: string, onRow: (row: BinaryRow) => void): Promise<void> {
    const text = `copy (${select}) to stdout (format binary)`;
    const { observers, primary, replicas } = this.connected;
    for (const observer of observers) observer({ name, text });
    const replica = this.seen === undefined ? undefined : await replicas?.choose(this.seen);
    try {
      await timed(name, text, () => rowsThrough(replica?.pool ?? primary, text, onRow));
    } catch (error) {
      // Half of the rows are handed over: whoever reads begins again, elsewhere.
      if (isAway(error)) replica?.leaveOut('cannot be reached');
      throw isAway(error) ? databaseUnavailable(error) : error;
    }
  }

  /** A replica that goes away under a read is left out, and the primary asked instead. */
  private async send<Row>(run: (pool: Pool) => Promise<Row[]>): Promise<Row[]> {
    const { primary, replicas } = this.connected;
    const replica = this.seen === undefined ? undefined : await replicas?.choose(this.seen);
    if (!replica) return run(primary);
    try {
      return await run(replica.pool);
    } catch (error) {
      if (this.ended?.aborted === true || (!isAway(error) && !isConflict(error))) throw error;
      if (isAway(error)) replica.leaveOut('cannot be reached');
      return run(primary);
    }
  }
}

/** A replica breaks off a read that stands in the way of what it has to follow. */
function isConflict(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error && error.code === '40001';
}

/** Reads over a connection of its own, in a transaction where the session is to be set for it. */
async function rowsOf<Row extends object>(
  pool: Pool,
  statement: Statement & { readonly values: unknown[] },
  settings: Readonly<Record<string, string>> | undefined,
  ended: AbortSignal | undefined,
): Promise<Row[]> {
  let lease: Lease | undefined;
  try {
    lease = new Lease(await pool.connect(), ended);
    const { client } = lease;
    const rows = settings
      ? await readGuarded<Row>(client, settings, statement)
      : (await client.query<Row>(statement)).rows;
    lease.end(false);
    return rows;
  } catch (error) {
    lease?.end(isAway(error));
    throw error;
  }
}

async function rowsThrough(pool: Pool, text: string, onRow: (row: BinaryRow) => void): Promise<void> {
  let client: PoolClient | undefined;
  try {
    client = await pool.connect();
    await client.query('begin read only; set local statement_timeout = 0');
    const rows = new BinaryRows(onRow);
    for await (const chunk of client.query(to(text))) rows.feed(chunk as Buffer);
    await client.query('commit');
    client.release();
  } catch (error) {
    client?.release(true);
    throw error;
  }
}

function failureOf(error: unknown, ended: AbortSignal | undefined): unknown {
  return stopped(error, ended) ?? (isAway(error) ? databaseUnavailable(error) : error);
}

/** What a user is told when the database is away. */
export function databaseUnavailable(cause: unknown): CodedError {
  return new CodedError(
    'DATABASE_UNAVAILABLE',
    'The database cannot be reached, or has no room, at the moment. Ask again shortly; of a change, look first whether it was done.',
    {},
    { cause },
  );
}

/** Of PostgreSQL: connections that break, a server that stops, no room for more (of the disk, memory or connections), and files that fail. */
const AWAY_CODES = /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_|08|57P0|53|58030)/;
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
