import type { MikroORM } from '@mikro-orm/postgresql';
import Fastify from 'fastify';
import 'reflect-metadata';
import { PUBLIC_VIEWER } from '../access/viewer.ts';
import type { Config } from '../config.ts';
import { Statements } from '../database/statements.ts';
import { buildSubgraph } from '../federation/subgraph.ts';
import type { RequestContext } from '../loaders/context.ts';
import { makeLoaders } from '../loaders/request.ts';
import { SnapshotStore } from '../loaders/snapshot/store.ts';
import { dayInVietnam } from '../periods/day.ts';
import { makeApollo } from './apollo.ts';
import { GRAPHQL_PATH, routeGraphql } from './graphql-route.ts';
import { Exchange } from './http/exchange.ts';
import { Admission } from './limits/admission.ts';
import type { Limits } from './limits/limits.ts';
import { DEFAULT_LIMITS } from './limits/limits.ts';
import { Screen } from './limits/screen.ts';
import { serveOverview } from './overview/route.ts';
import { guardPages } from './page-headers.ts';
import { serveStaticPages } from './static-pages.ts';

export interface RunningServer {
  /** The address of the API. */
  readonly url: string;
  /** The hot reads, for whoever counts them. */
  readonly statements: Statements;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Pick<Config, 'host' | 'port'>;
  readonly orm: MikroORM;
  /** The clock; tests set their own. */
  readonly now?: () => Date;
  /** Hears of errors that were not foreseen. */
  readonly onUnexpected?: (error: unknown) => void;
  /** What a question may ask of the server; tests set tighter ones. */
  readonly limits?: Limits;
}

/** How long Node waits for headers, and how often it looks. */
function slowness({ bodyMilliseconds }: Limits) {
  return { headersTimeout: Math.min(bodyMilliseconds, 10_000), connectionsCheckingInterval: Math.min(bodyMilliseconds, 2_000) };
}

/** Starts the server over an opened and migrated database. */
export async function startServer({ config, orm, now = () => new Date(), onUnexpected = logError, limits = DEFAULT_LIMITS }: ServerOptions): Promise<RunningServer> {
  const statements = await Statements.over(orm);
  const store = new SnapshotStore(statements);
  const { schema } = await buildSubgraph();
  const screen = new Screen(schema, limits);
  const apollo = makeApollo(schema, screen, onUnexpected);
  await apollo.start();
  const app = Fastify({ forceCloseConnections: 'idle', bodyLimit: limits.bodyBytes, requestTimeout: limits.bodyMilliseconds, http: slowness(limits) });
  guardPages(app);
  const openContext = async (): Promise<RequestContext> => {
    const snapshot = await store.current();
    return { snapshot, loaders: makeLoaders(snapshot, statements), today: dayInVietnam(now()), viewer: PUBLIC_VIEWER };
  };
  routeGraphql(app, apollo, new Admission(screen, limits), () => new Exchange(openContext));
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
    },
  };
}

function logError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
