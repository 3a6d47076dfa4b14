import 'reflect-metadata';
import Fastify from 'fastify';
import pg from 'pg';
import { SignIn } from '../../src/access/sign-in/sign-in.ts';
import type { Viewer } from '../../src/access/viewer.ts';
import { readConfig } from '../../src/config.ts';
import { Ending } from '../../src/database/ending.ts';
import { openOrm } from '../../src/database/orm.ts';
import { Statements } from '../../src/database/statements.ts';
import { buildOpenSubgraph } from '../../src/federation/subgraph.ts';
import { DEFAULT_LIMITS } from '../../src/limits.ts';
import { SnapshotStore } from '../../src/loaders/snapshot/store.ts';
import { makeApollo } from '../../src/server/apollo.ts';
import type { Stations } from '../../src/server/graphql-route.ts';
import { GRAPHQL_PATH, routeGraphql } from '../../src/server/graphql-route.ts';
import { AnswerMemory } from '../../src/server/http/answer-memory.ts';
import { Documents } from '../../src/server/http/documents.ts';
import { Exchange } from '../../src/server/http/exchange.ts';
import { Admission } from '../../src/server/limits/admission.ts';
import { Screen } from '../../src/server/limits/screen.ts';
import { openContext } from '../../src/server/open-context.ts';
import { Entrance } from '../../src/server/sign-in.ts';
import { POOL_SIZE } from '../servers/servers.ts';

/**
 * The server without what protects it: no token is read, no text is measured, no place is waited for, no time is
 * limited, no field is held to its level, and the connections are the owner's. Only to be measured beside the other.
 */
const EVERYTHING: Viewer = { role: 'ADMINISTRATOR', subject: 'bench', unit: null };

class NoScreen extends Screen {
  override check(): void {}
  override checkValues(): void {}
  override checkCost(): void {}
}

class NoAdmission extends Admission {
  override async take(...[, , , answer]: Parameters<Admission['take']>): ReturnType<Admission['take']> {
    return answer();
  }
}

class NoEntrance extends Entrance {
  override async take(...[, , answer]: Parameters<Entrance['take']>): ReturnType<Entrance['take']> {
    return answer(new Exchange((ending) => openAs(EVERYTHING, ending), new Ending()));
  }
}

const config = readConfig();
const orm = await openOrm(config.databaseUrl ?? '');
const statements = Statements.on(new pg.Pool({ connectionString: config.databaseUrl, max: POOL_SIZE }));
const store = new SnapshotStore(statements);
const ground = { store, statements, orm, smallestCount: config.smallestCount };
const openAs = (viewer: Viewer, ending: Ending): ReturnType<typeof openContext> =>
  openContext(ground, viewer, new Date(), ending);

const { schema } = await buildOpenSubgraph();
const screen = new NoScreen(schema, DEFAULT_LIMITS);
const apollo = makeApollo(schema, screen, { introspection: true, suggestions: true }, (error) => {
  process.stderr.write(`${String(error)}\n`);
});
await apollo.start();
/** Nobody watches. */
const telemetry = {
  follow: (_request: unknown, answer: () => Promise<unknown>) => answer(),
} as unknown as Stations['telemetry'];
/** Nobody sends files. */
const uploads = {} as Stations['uploads'];
const app = Fastify();
routeGraphql(app, {
  documents: await Documents.load(false),
  entrance: new NoEntrance(new SignIn(), openAs, DEFAULT_LIMITS.milliseconds),
  admission: new NoAdmission(screen, DEFAULT_LIMITS),
  apollo,
  telemetry,
  uploads,
  memory: new AnswerMemory(),
});
await store.current();
process.stdout.write(`the bare server is ready: ${await app.listen({ port: config.port })}${GRAPHQL_PATH}\n`);
process.on('SIGTERM', () => process.exit(0));
