import autocannon from 'autocannon';
import { prepare } from '../database/prepare.ts';
import { Client, JSON_HEADERS } from '../measure/client.ts';
import { CONNECTIONS, sharesOf } from '../measure/load.ts';
import { parentOf } from '../measure/process.ts';
import { DatabaseWatch } from '../measure/statements.ts';
import type { Options } from '../options.ts';
import { QUESTIONS } from '../questions/index.ts';
import { readWorld } from '../questions/world.ts';
import { describeMachine } from '../report/machine.ts';
import type { Server, WireRequest } from '../servers/servers.ts';
import { startDangbo } from '../servers/servers.ts';
import { Random } from '../../src/import/register/random/random.ts';
import type { LoadResults } from './results.ts';
import { MemoryWatch, watchOthers } from './watch.ts';

const SEED = 2025;

/** Asks all questions of the benchmark in turn over thirty connections, for minutes, and watches the memory. */
export async function runLoad({ scale, minutes }: Options, tell: (text: string) => void): Promise<LoadResults> {
  const machine = describeMachine();
  await using resources = new AsyncDisposableStack();
  const database = await prepare(scale, tell);
  resources.defer(async () => void (await database.stop()));
  tell('starting the server');
  const server = await startDangbo(database.url);
  resources.defer(() => server.stop());
  const watch = await DatabaseWatch.on(database.url);
  resources.defer(() => watch.close());
  const requests = await mixed(server, database.url);
  await checkEach(server, requests);
  tell(`load of ${minutes} minutes`);
  const memory = new MemoryWatch(server.url);
  const others = watchOthers(server.pid, parentOf(watch.backend));
  const { times, errors } = await ask(server, requests, minutes);
  times.sort();
  const quantile = (share: number): number => times[Math.floor(share * times.length)] ?? Number.NaN;
  return {
    ...{ scale, members: database.members, minutes, machine, connections: CONNECTIONS },
    ...{ questions: requests.length, answers: times.length, errors, others: others() },
    ...{ p50: quantile(0.5), p99: quantile(0.99), p999: quantile(0.999), memory: memory.end() },
  };
}

/** One question of each kind after the other, so that kinds come together as they do in the day's work. */
async function mixed(server: Server, databaseUrl: string): Promise<WireRequest[]> {
  const world = await readWorld(databaseUrl);
  const kinds = QUESTIONS.map((question) => question.vary(world, new Random(SEED, question.id)));
  const longest = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => kinds.flatMap((kind) => kind[at % kind.length] ?? []))
    .flat()
    .map((asked, at) => server.request(asked, String(at)));
}

/** @throws Error where an answer has errors in it */
async function checkEach(server: Server, requests: readonly WireRequest[]): Promise<void> {
  const client = new Client(server);
  for (const request of requests.slice(0, 10 * QUESTIONS.length)) {
    const answer = await client.ask(request);
    if (!isRight(answer)) throw new Error(`the answer has errors: ${answer.slice(0, 300)}`);
  }
  client.close();
}

async function ask(
  server: Server,
  requests: readonly WireRequest[],
  minutes: number,
): Promise<{ times: Float64Array; errors: number }> {
  const shares = sharesOf(requests);
  const times: number[] = [];
  let next = 0;
  const result = await autocannon({
    url: new URL(server.url).origin,
    connections: CONNECTIONS,
    duration: minutes * 60,
    sampleInt: 1000,
    method: 'POST',
    headers: { ...JSON_HEADERS, ...server.headers },
    verifyBody: isRight,
    setupClient: (client) => {
      client.setRequests(shares[next++ % shares.length] ?? []);
      client.on('response', (_status, _bytes, milliseconds) => times.push(milliseconds));
    },
  });
  return {
    times: Float64Array.from(times),
    errors: result.non2xx + result.errors + result.timeouts + result.mismatches,
  };
}

function isRight(body: string): boolean {
  return body.startsWith('{"data":') && !body.includes('"errors":[');
}
