import type { MikroORM } from '@mikro-orm/postgresql';
import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import 'reflect-metadata';
import type { DemoSignIn } from '../access/sign-in/demo-sign-in.ts';
import { SignIn } from '../access/sign-in/sign-in.ts';
import type { Config } from '../config.ts';
import { DEFAULT_REPLICA_MAX_LAG, DEFAULT_SMALLEST_COUNT } from '../config.ts';
import { openAppPool } from '../database/app-pool.ts';
import { Replicas } from '../database/replicas/replicas.ts';
import { Statements } from '../database/statements.ts';
import { buildSubgraph } from '../federation/subgraph.ts';
import { importJobs } from '../resolvers/imports/jobs.ts';
import { keepJournalShort } from '../loaders/snapshot/prune.ts';
import { SnapshotStore } from '../loaders/snapshot/store.ts';
import { makeApollo } from './apollo.ts';
import { serveDemoSignIn } from './demo-sign-in.ts';
import { serveExports } from './export-route.ts';
import { GRAPHQL_PATH, routeGraphql } from './graphql-route.ts';
import { removeLeftUploads } from './http/uploads.ts';
import { AnswerMemory } from './http/answer-memory.ts';
import { BodyTimes } from './http/body-times.ts';
import { guardBodies } from './http/bodies.ts';
import { Documents } from './http/documents.ts';
import { answerElsewhere } from './http/fallbacks.ts';
import { Admission } from './limits/admission.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { Gate } from './limits/gate.ts';
import { Screen } from './limits/screen.ts';
import { serveOverview } from './overview/route.ts';
import { openContext } from './open-context.ts';
import { makeApp, refuseWhenStopping } from './make-app.ts';
import { guardPages } from './page-headers.ts';
import { Entrance } from './sign-in.ts';
import { serveStaticPages } from './static-pages.ts';
import type { LogOptions } from './telemetry/log.ts';
import { openTelemetryOf } from './telemetry/open.ts';
import { readinessOf } from './telemetry/readiness.ts';
import { serveOperators } from './telemetry/routes.ts';

export interface RunningServer {
  /** The address of the API. */
  readonly url: string;
  /** The hot reads, for whoever counts them. */
  readonly statements: Statements;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Pick<Config, 'host' | 'port'> &
    Partial<
      Pick<
        Config,
        | 'documents'
        | 'smallestCount'
        | 'scale'
        | 'limits'
        | 'shows'
        | 'corsOrigins'
        | 'traces'
        | 'replicaUrls'
        | 'replicaMaxLag'
      >
    >;
  readonly orm: MikroORM;
  /** Tells who asks; where absent, everybody is the public and no token is taken. */
  readonly signIn?: SignIn;
  /** Signs tokens for roles that are chosen in the browser; where absent, none can be chosen. */
  readonly demoSignIn?: DemoSignIn | undefined;
  /** Whether the register holds people who were made up, which the overview then says; nobody was where absent. */
  readonly madeUp?: () => Promise<boolean>;
  /** The clock; tests set their own. */
  readonly now?: () => Date;
  /** Hears of errors that were not foreseen, beside the log. */
  readonly onUnexpected?: (error: unknown) => void;
  /** What is logged, and where; nothing where absent. */
  readonly log?: LogOptions;
}

const SHOWS_ALL = { introspection: true, graphiql: true, suggestions: true };

/** Starts the server over an opened and migrated database. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, orm, signIn = new SignIn(), now = () => new Date() } = options;
  const { limits = DEFAULT_LIMITS, shows = SHOWS_ALL, smallestCount = DEFAULT_SMALLEST_COUNT } = config;
  const { pool, replicas, statements, close } = await openReads(options);
  const store = new SnapshotStore(statements);
  const { schema } = await buildSubgraph(shows.introspection);
  const screen = new Screen(schema, limits);
  const app = makeApp(limits, options.log);
  const onUnexpected = (error: unknown): void => {
    app.log.error({ err: error }, 'failed');
    options.onUnexpected?.(error);
  };
  const apollo = makeApollo(schema, screen, shows, onUnexpected);
  await apollo.start();
  const stopping = refuseWhenStopping(app);
  await guard(app, config, onUnexpected);
  const ground = { store, statements, orm, smallestCount };
  const entrance = new Entrance(
    signIn,
    (viewer, ending, seen) => openContext(ground, viewer, now(), ending, seen),
    limits.milliseconds,
  );
  const documents = await Documents.load(config.documents === 'trusted');
  const pools = { app: pool, orm: await orm.em.getConnection().getNativeClient() };
  const gauged = { pools, replicas, rollupLag: () => store.lag() };
  const { telemetry, metrics, stop } = await openTelemetryOf(app, documents.operationNames, gauged, config.traces);
  serveOperators(app, { metrics, readiness: () => readinessOf(statements, store, stopping.begun) });
  const admission = new Admission(screen, limits);
  const { exportsAtOnce, exportMilliseconds: milliseconds, uploadsAtOnce } = limits;
  const uploads = { gate: new Gate(uploadsAtOnce, 0), times: new BodyTimes(app.server, limits) };
  routeGraphql(app, { documents, entrance, admission, apollo, telemetry, uploads, memory: new AnswerMemory() });
  serveExports(app, { entrance, statements, gate: new Gate(exportsAtOnce, 0), milliseconds });
  if (shows.graphiql) {
    serveOverview(app, GRAPHQL_PATH, now, options.madeUp);
    serveDemoSignIn(app, options.demoSignIn, async (code) => (await store.current()).tree.byCode(code) !== undefined);
    await serveStaticPages(app);
  }
  await store.current();
  await removeLeftUploads().catch(onUnexpected);
  const endPruning = keepJournalShort(pools.orm);
  const address = await app.listen({ host: config.host, port: config.port });
  return {
    url: `${address}${GRAPHQL_PATH}`,
    statements,
    stop: async () => {
      stopping.begin();
      await (await importJobs(orm.em.fork())).stopAll();
      await app.close();
      await apollo.stop();
      await endPruning();
      await Promise.all([close(), stop()]);
    },
  };
}

/** What is read from: the primary, and those that follow it. */
async function openReads({ config, orm }: ServerOptions) {
  const { limits = DEFAULT_LIMITS, replicaUrls = [], replicaMaxLag = DEFAULT_REPLICA_MAX_LAG } = config;
  const pool = await openAppPool(addressOf(orm), limits);
  const replicas = replicaUrls.length === 0 ? undefined : await Replicas.open(pool, replicaUrls, replicaMaxLag, limits);
  const close = async (): Promise<void> => {
    await replicas?.close();
    await pool.end();
  };
  return { pool, replicas, statements: Statements.on(pool, replicas), close };
}

/** What every answer of the server keeps to, before any of them is thought of. */
async function guard(
  app: FastifyInstance,
  { limits = DEFAULT_LIMITS, corsOrigins = [] }: ServerOptions['config'],
  onUnexpected: (error: unknown) => void,
): Promise<void> {
  guardPages(app);
  guardBodies(app, limits);
  answerElsewhere(app, onUnexpected);
  if (corsOrigins.length > 0) await app.register(fastifyCors, { origin: [...corsOrigins], methods: ['GET', 'POST'] });
}

function addressOf(orm: MikroORM): string {
  const url = orm.config.get('clientUrl');
  if (url === undefined) throw new Error('the database is known by its address');
  return url;
}
