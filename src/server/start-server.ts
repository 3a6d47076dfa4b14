import type { MikroORM } from '@mikro-orm/postgresql';
import fastifyCors from '@fastify/cors';
import Fastify from 'fastify';
import 'reflect-metadata';
import { SignIn } from '../access/sign-in/sign-in.ts';
import type { Config } from '../config.ts';
import { DEFAULT_SMALLEST_COUNT } from '../config.ts';
import { openAppPool } from '../database/app-pool.ts';
import { Statements } from '../database/statements.ts';
import { buildSubgraph } from '../federation/subgraph.ts';
import { importJobs } from '../resolvers/imports/jobs.ts';
import { SnapshotStore } from '../loaders/snapshot/store.ts';
import { makeApollo } from './apollo.ts';
import { serveExports } from './export-route.ts';
import { GRAPHQL_PATH, routeGraphql } from './graphql-route.ts';
import { AnswerMemory } from './http/answer-memory.ts';
import { guardBodies } from './http/bodies.ts';
import { Documents } from './http/documents.ts';
import { answerElsewhere, answerOddity, refuseConnection } from './http/fallbacks.ts';
import { Admission } from './limits/admission.ts';
import type { Limits } from '../limits.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { Gate } from './limits/gate.ts';
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
  readonly config: Pick<Config, 'host' | 'port'> &
    Partial<Pick<Config, 'documents' | 'smallestCount' | 'limits' | 'shows' | 'corsOrigins'>>;
  readonly orm: MikroORM;
  /** Tells who asks; where absent, everybody is the public and no token is taken. */
  readonly signIn?: SignIn;
  /** The clock; tests set their own. */
  readonly now?: () => Date;
  /** Hears of errors that were not foreseen. */
  readonly onUnexpected?: (error: unknown) => void;
}

const SHOWS_ALL = { introspection: true, graphiql: true, suggestions: true };

/** How Fastify reads requests, within the limits of their size and of the time for them. */
function reading(limits: Limits) {
  const { headersMilliseconds, bodyMilliseconds } = limits;
  return {
    bodyLimit: limits.bodyBytes,
    requestTimeout: bodyMilliseconds,
    http: {
      headersTimeout: Math.min(headersMilliseconds, bodyMilliseconds),
      connectionsCheckingInterval: Math.min(headersMilliseconds, bodyMilliseconds, 2_000),
    },
    clientErrorHandler: refuseConnection,
    frameworkErrors: answerOddity,
  };
}

/** Starts the server over an opened and migrated database. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, orm, signIn = new SignIn(), now = () => new Date(), onUnexpected = logError } = options;
  const {
    limits = DEFAULT_LIMITS,
    shows = SHOWS_ALL,
    corsOrigins = [],
    smallestCount = DEFAULT_SMALLEST_COUNT,
  } = config;
  const pool = await openAppPool(addressOf(orm), limits.milliseconds);
  const statements = Statements.on(pool);
  const store = new SnapshotStore(statements);
  const { schema } = await buildSubgraph(shows.introspection);
  const screen = new Screen(schema, limits);
  const apollo = makeApollo(schema, screen, shows, onUnexpected);
  await apollo.start();
  const app = Fastify({ forceCloseConnections: 'idle', ...reading(limits) });
  app.server.maxConnections = limits.connections;
  guardPages(app);
  guardBodies(app, limits);
  answerElsewhere(app, onUnexpected);
  if (corsOrigins.length > 0) await app.register(fastifyCors, { origin: [...corsOrigins], methods: ['GET', 'POST'] });
  const ground = { store, statements, orm, smallestCount };
  const entrance = new Entrance(signIn, (viewer, ended) => openContext(ground, viewer, now(), ended));
  const documents = await Documents.load(config.documents === 'trusted');
  const admission = new Admission(screen, limits);
  routeGraphql(app, { documents, entrance, admission, apollo, memory: new AnswerMemory() });
  const { exportsAtOnce, exportMilliseconds: milliseconds } = limits;
  serveExports(app, { entrance, statements, gate: new Gate(exportsAtOnce, 0), milliseconds });
  if (shows.graphiql) {
    serveOverview(app, GRAPHQL_PATH, now);
    await serveStaticPages(app);
  }
  await store.current();
  const address = await app.listen({ host: config.host, port: config.port });
  return {
    url: `${address}${GRAPHQL_PATH}`,
    statements,
    stop: async () => {
      await (await importJobs(orm.em.fork())).stopAll();
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
