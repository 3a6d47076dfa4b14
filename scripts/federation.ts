import { createServer } from 'node:http';
import Fastify from 'fastify';
import { makeGateway } from '../examples/statistics-office/gateway.ts';
import { PER_THOUSAND, type PerThousandAnswer, tableOf } from '../examples/statistics-office/per-thousand.ts';
import { OFFICE_SDL, startOffice } from '../examples/statistics-office/subgraph.ts';
import { type Config, readConfig } from '../src/config.ts';
import { buildSubgraph } from '../src/federation/subgraph.ts';
import { serveStaticPages } from '../src/server/static-pages.ts';
import { findDatabase } from '../src/startup/database.ts';
import { describeFailure } from '../src/startup/failure.ts';
import { Lifetime } from '../src/startup/lifetime.ts';
import { createProgress } from '../src/startup/progress.ts';
import { run } from '../src/startup/run.ts';

const STOP_LIMIT_MS = 15_000;

const life = new Lifetime();
const progress = createProgress(process.stdout);
let config: Config | undefined;

process.on('SIGINT', () => void end(0)).on('SIGTERM', () => void end(0));
try {
  config = readConfig();
  const gateway = await startAll(config);
  progress.print('');
  for (const line of await askAcross(gateway)) progress.print(line);
  progress.print(`\nThe gateway is ready: ${gateway}  (GraphiQL in a browser). Ctrl-C stops everything.`);
} catch (error) {
  if (!life.isEnding) {
    process.stderr.write(`npm run federation cannot start: ${describeFailure(error, config)}\n`);
    await end(1);
  }
}

async function end(code: number): Promise<void> {
  if (life.isEnding) return;
  progress.print('stopping');
  const clean = await life.end(STOP_LIMIT_MS);
  process.exit(clean ? code : 1);
}

/** Starts the platform and the office on free ports, and the gateway on the one that was set. */
async function startAll(settings: Config): Promise<string> {
  progress.show('starting the platform');
  const platform = await run(await findDatabase(settings, life), { ...settings, port: 0 }, life, progress);
  progress.show('starting the statistics office');
  const office = await life.open(
    () => startOffice(0),
    (started) => started.stop(),
  );
  progress.show('starting the gateway');
  const { sdl } = await buildSubgraph();
  return startGateway(settings, [
    { name: 'dangbo', url: platform, sdl },
    { name: 'statistics-office', url: office.url, sdl: OFFICE_SDL },
  ]);
}

/** The gateway, and GraphiQL beside it. */
async function startGateway({ host, port }: Config, members: Parameters<typeof makeGateway>[0]): Promise<string> {
  const gateway = makeGateway(members);
  const app = Fastify({
    forceCloseConnections: true,
    serverFactory: (pages) =>
      createServer((request, response) => {
        const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
        if (/^\/graphql(\?|$)/.test(request.url ?? '') && !wantsPage) void gateway(request, response);
        else pages(request, response);
      }),
  });
  app.get('/', async (_, reply) => reply.redirect('/graphiql/'));
  app.get('/graphql', async (_, reply) => reply.redirect('/graphiql/'));
  await serveStaticPages(app);
  const address = await life.open(
    () => app.listen({ host, port }),
    async () => {
      await app.close();
      await gateway[Symbol.asyncDispose]();
    },
  );
  return `${address}/graphql`;
}

/** Asks the gateway the question that crosses both subgraphs; gives question and answer as lines of text. */
async function askAcross(gateway: string): Promise<string[]> {
  const response = await fetch(gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: PER_THOUSAND }),
  });
  const { data, errors } = (await response.json()) as {
    data?: PerThousandAnswer;
    errors?: readonly { message: string }[];
  };
  if (errors || !data) throw new Error(`the gateway answered with errors: ${JSON.stringify(errors)}`);
  return [PER_THOUSAND.trim(), '', ...tableOf(data)];
}
