import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database with all migrations and seed data, of one test suite alone. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, with whatever is still connected. */
  drop(): Promise<void>;
}

/** Name of the database that test databases are copied from. */
export const TEMPLATE = 'dangbo_template';

/** Address of the PostgreSQL that this test run started. */
export function testServerUrl(): string {
  const url = process.env['DANGBO_TEST_SERVER'];
  if (url === undefined) throw new Error('run the tests through npm test: it starts their PostgreSQL');
  return url;
}

/** The same server and user, another database. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Copies the seeded template; about a tenth of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${TEMPLATE}`);
}

/** A database without tables, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create('');
}

async function create(options: string): Promise<TestDatabase> {
  const server = testServerUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name} ${options}`);
  return {
    url: databaseAt(server, name),
    drop: () => run(server, `drop database if exists ${name} with (force)`),
  };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
