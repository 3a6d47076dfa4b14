import type { PoolClient, QueryResult } from 'pg';

/** A statement that gives rows, with the values of its parameters. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Which statements are prepared on a connection, for as long as it lives. */
const preparedOn = new WeakMap<PoolClient, Set<string>>();

/**
 * Reads in a transaction of its own that only reads and that the session is set for. All of it goes to the database at
 * once, and nothing of it stays set afterwards, also where it fails.
 * @param settings what the session is set to for as long as the transaction lasts
 */
export async function readGuarded<Row extends object>(
  client: PoolClient,
  settings: Readonly<Record<string, string>>,
  { name, text, values }: Statement,
): Promise<Row[]> {
  const prepared = client.escapeIdentifier(`guarded ${name}`);
  await prepare(client, prepared, text);
  const set = Object.entries({ transaction_read_only: 'on', ...settings }).map(
    ([setting, value]) => `set_config(${client.escapeLiteral(setting)}, ${client.escapeLiteral(value)}, true)`,
  );
  const given = values.length === 0 ? '' : `(${values.map((value) => literal(client, value)).join(', ')})`;
  const answers: unknown = await client.query(`select ${set.join(', ')}; execute ${prepared}${given}`);
  const [, { rows }] = answers as [QueryResult, QueryResult<Row>];
  return rows;
}

async function prepare(client: PoolClient, prepared: string, text: string): Promise<void> {
  let known = preparedOn.get(client);
  if (!known) preparedOn.set(client, (known = new Set()));
  if (known.has(prepared)) return;
  await client.query(`prepare ${prepared} as ${text}`);
  known.add(prepared);
}

/** A value as SQL; what type it is of, the statement says. */
function literal(client: PoolClient, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return client.escapeLiteral(Array.isArray(value) ? `{${value.map(element).join()}}` : plain(value));
}

/** An element of an array, in PostgreSQL's own way of writing arrays. */
function element(value: unknown): string {
  return value === null ? 'null' : `"${plain(value).replace(/["\\]/g, '\\$&')}"`;
}

function plain(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return String(value);
  throw new TypeError(`no value of a statement: ${typeof value}`);
}
