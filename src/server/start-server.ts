import type { MikroORM } from '@mikro-orm/postgresql';
import Fastify from 'fastify';
import 'reflect-metadata';
import { SignIn } from '../access/sign-in/sign-in.ts';
import type { Config } from '../config.ts';
import { DEFAULT_SMALLEST_COUNT } from '../config.ts';
import { openAppPool } from '../database/app-pool.ts';
import { Statements } from '../database/statements.ts';
import { buildSubgraph } from '../federation/subgraph.ts';
import { SnapshotStore } from '../loaders/snapshot/store.ts';
import { makeApollo } from './apollo.ts';
import { GRAPHQL_PATH, routeGraphql } from './graphql-route.ts';
import { AnswerMemory } from './http/answer-memory.ts';
import { Documents } from './http/documents.ts';
import { Admission } from './limits/admission.ts';
import type { Limits } from './limits/limits.ts';
import { DEFAULT_LIMITS } from './limits/limits.ts';
import { Screen } from './limits/screen.ts';
import { serveOverview } from './overview/route.ts';
import { openContext } from './open-context.ts';
import { guardPages } from './page-headers.ts';
import { Entrance } from './sign-in.ts';
import { serveStaticPages } from './static-pages.ts';

export interface RunningServer {
  /** The address of the API. */
  readonly url: string;
  /** The hot reads, for whoever counts them. */
  readonly statements: Statements;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Pick<Config, 'host' | 'port'> & Partial<Pick<Config, 'documents' | 'smallestCount'>>;
  readonly orm: MikroORM;
  /** Tells who asks; where absent, everybody is the public and no token is taken. */
  readonly signIn?: SignIn;
  /** The clock; tests set their own. */
  readonly now?: () => Date;
  /** Hears of errors that were not foreseen. */
  readonly onUnexpected?: (error: unknown) => void;
  /** What a question may ask of the server; tests set tighter ones. */
  readonly limits?: Limits;
}

/** How long Node waits for headers, and how often it looks. */
function slowness({ bodyMilliseconds }: Limits) {
  return {
    headersTimeout: Math.min(bodyMilliseconds, 10_000),
    connectionsCheckingInterval: Math.min(bodyMilliseconds, 2_000),
  };
}

/** Starts the server over an opened and migrated database. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    config,
    orm,
    signIn = new SignIn(),
    now = () => new Date(),
    onUnexpected = logError,
    limits = DEFAULT_LIMITS,
  } = options;
  const pool = await openAppPool(addressOf(orm));
  const statements = Statements.on(pool);
  const store = new SnapshotStore(statements);
  const { schema } = await buildSubgraph();
  const screen = new Screen(schema, limits);
  const apollo = makeApollo(schema, screen, onUnexpected);
  await apollo.start();
  const app = Fastify({
    forceCloseConnections: 'idle',
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.bodyMilliseconds,
    http: slowness(limits),
  });
  guardPages(app);
  const entrance = new Entrance(signIn, (viewer) =>
    openContext(store, statements, viewer, now(), orm, config.smallestCount ?? DEFAULT_SMALLEST_COUNT),
  );
  const documents = await Documents.load(config.documents === 'trusted');
  const admission = new Admission(screen, limits);
  routeGraphql(app, { documents, entrance, admission, apollo, memory: new AnswerMemory() });
  serveOverview(app, GRAPHQL_PATH, now);
  await serveStaticPages(app);
  await store.current();
  const address = await app.listen({ host: config.host, port: config.port });
  return {
    url: `${address}${GRAPHQL_PATH}`,
    statements,
    stop: async () => {
      await app.close();
      await apollo.stop();
      await pool.end();
    },
  };
}

function addressOf(orm: MikroORM): string {
  const url = orm.config.get('clientUrl');
  if (url === undefined) throw new Error('the database is known by its address');
  return url;
}

function logError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
