import autocannon from 'autocannon';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server, WireRequest } from '../servers/servers.ts';
import { JSON_HEADERS, Client } from './client.ts';
import { familySeconds, peakMemory, processorSeconds } from './process.ts';

/** What a server did under load. */
export interface Load {
  readonly perSecond: number;
  /** Microseconds of processor time for each request, in the server and in PostgreSQL. */
  readonly serverMicros: number;
  readonly databaseMicros: number;
  /** Most memory resident meanwhile, in bytes. */
  readonly memory: number;
  /** Bytes of an answer, headers and all. */
  readonly bytes: number;
}

export const CONNECTIONS = 30;

/**
 * Asks over thirty connections, each of which goes round and round over its share of the requests.
 * @param postmaster first process of the PostgreSQL server
 * @throws Error if a request fails
 */
export async function measureLoad(
  server: Server,
  requests: readonly WireRequest[],
  seconds: number,
  postmaster: number,
): Promise<Load> {
  const shares = sharesOf(requests);
  let next = 0;
  peakMemory.begin(server.pid);
  const before = [processorSeconds(server.pid), familySeconds(postmaster)] as const;
  const result = await autocannon({
    url: new URL(server.url).origin,
    connections: CONNECTIONS,
    duration: seconds,
    sampleInt: 50,
    method: 'POST',
    headers: { ...JSON_HEADERS, ...server.headers },
    setupClient: (client) => client.setRequests(shares[next++ % shares.length] ?? []),
  });
  const after = [processorSeconds(server.pid), familySeconds(postmaster)] as const;
  const answered = result['2xx'];
  if (result.non2xx + result.errors + result.timeouts > 0 || answered === 0) {
    throw new Error(
      `${server.name} failed under load: ${result.non2xx} wrong answers, ${result.errors} errors, ${answered} answers`,
    );
  }
  // What was still under way when the time was up does not run into the next measurement.
  await sleep(100);
  return {
    perSecond: answered / result.duration,
    serverMicros: ((after[0] - before[0]) / answered) * 1e6,
    databaseMicros: ((after[1] - before[1]) / answered) * 1e6,
    memory: peakMemory.since(server.pid),
    bytes: result.throughput.total / answered,
  };
}

/** The requests, dealt out to the connections. */
export function sharesOf(requests: readonly WireRequest[]): WireRequest[][] {
  const count = Math.min(CONNECTIONS, requests.length);
  return Array.from({ length: count }, (_, share) => requests.filter((_request, at) => at % count === share));
}

/**
 * Asks one request after the other.
 * @returns milliseconds of each
 */
export async function measureLatency(
  server: Server,
  requests: readonly WireRequest[],
  seconds: number,
): Promise<number[]> {
  const client = new Client(server);
  const times: number[] = [];
  try {
    const until = performance.now() + seconds * 1000;
    for (let at = 0; performance.now() < until || at < 10; at += 1) {
      const request = requests[at % requests.length];
      if (!request) throw new Error('there is nothing to ask');
      const began = performance.now();
      await client.ask(request);
      times.push(performance.now() - began);
    }
  } finally {
    client.close();
  }
  return times;
}
