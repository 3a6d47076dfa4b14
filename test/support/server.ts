import type { MikroORM } from '@mikro-orm/postgresql';
import { openOrm } from '../../src/database/orm.ts';
import type { SentStatement } from '../../src/database/statements.ts';
import type { Limits } from '../../src/limits.ts';
import { DEFAULT_LIMITS } from '../../src/limits.ts';
import type { LogOptions } from '../../src/server/telemetry/log.ts';
import type { TracesTo } from '../../src/settings/tracing.ts';
import { startServer } from '../../src/server/start-server.ts';
import type { TestDatabase } from './database.ts';
import { createTestDatabase } from './database.ts';
import type { DemoSignIn } from '../../src/access/sign-in/demo-sign-in.ts';
import type { DemoClaims } from '../../src/access/sign-in/demo-key.ts';
import { signedToken, testSignIn } from './tokens.ts';

/** An error as GraphQL over HTTP gives it. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [key: string]: unknown };
}

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
}

/** Asks as somebody. */
export type Asker = Pick<TestServer, 'ask' | 'data'>;

/** A server that listens on a free port of this machine, over a database of its own. */
export interface TestServer {
  readonly url: string;
  readonly database: TestDatabase;
  readonly orm: MikroORM;
  /** What the server itself did not foresee; empty in a test that passes. */
  readonly unexpected: readonly unknown[];
  /** Asks over HTTP, whatever comes back. */
  ask<Data>(query: string, variables?: object): Promise<Answer<Data>>;
  /** The same server as somebody with a token sees it; without one, everybody is the public. */
  as(claims: Partial<DemoClaims> & { role: string }): Promise<Asker>;
  /** Asks over HTTP for data; errors in the answer are thrown. */
  data<Data>(query: string, variables?: object): Promise<Data>;
  /** The names of the statements that something sends, in their order, beside what it gives. */
  watch<T>(run: () => Promise<T>): Promise<{ result: T; statements: SentStatement[] }>;
  stop(): Promise<void>;
}

/** A morning in Vietnam some time after the reform of 1 July 2025. */
export const NOW = new Date('2026-03-02T03:00:00Z');

/** What a suite wants other than usual. */
export interface TestServerOptions {
  readonly now?: Date;
  /** A database that is there; one of its own where absent. */
  readonly url?: string;
  readonly limits?: Limits;
  readonly log?: LogOptions;
  readonly traces?: TracesTo;
  readonly replicaUrls?: readonly string[];
  readonly replicaMaxLag?: number;
  readonly demoSignIn?: DemoSignIn;
}

/** Starts a server; without an address on a seeded database of its own, which it drops at the end. */
export async function startTestServer({
  now = NOW,
  url = '',
  limits = DEFAULT_LIMITS,
  log = { level: 'silent' },
  demoSignIn,
  ...settings
}: TestServerOptions = {}): Promise<TestServer> {
  const database = url === '' ? await createTestDatabase() : { url, drop: async () => undefined };
  const orm = await openOrm(database.url);
  const unexpected: unknown[] = [];
  const server = await startServer({
    config: { host: '127.0.0.1', port: 0, limits, ...settings },
    orm,
    log,
    signIn: await testSignIn(),
    demoSignIn,
    now: () => now,
    onUnexpected: (error) => unexpected.push(error),
  });
  const asker = (token?: string): Asker => {
    const ask = async <Data>(query: string, variables?: object): Promise<Answer<Data>> =>
      askAt(server.url, query, variables, token);
    return {
      ask,
      data: async <Data>(query: string, variables?: object): Promise<Data> => dataOf(await ask<Data>(query, variables)),
    };
  };
  return {
    url: server.url,
    database,
    orm,
    unexpected,
    ...asker(),
    as: async (claims) => asker(await signedToken(claims)),
    watch: async (run) => {
      const statements: SentStatement[] = [];
      const end = server.statements.observe((sent) => statements.push(sent));
      const result = await run().finally(end);
      return { result, statements };
    },
    stop: async () => {
      await server.stop();
      await orm.close(true);
      await database.drop();
    },
  };
}

/** Asks the server at an address. */
export async function askAt<Data>(
  url: string,
  query: string,
  variables?: object,
  token?: string,
): Promise<Answer<Data>> {
  return post(url, { query, variables }, token);
}

/** Sends the body of a GraphQL request, well formed or not, and reads the answer. */
export async function post<Data>(url: string, body: unknown, token?: string): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer<Data>;
}

function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  if (errors || data == null) throw new Error(`the answer has errors: ${JSON.stringify(errors)}`);
  return data;
}
