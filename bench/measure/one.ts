import type { Server, WireRequest } from '../servers/servers.ts';
import { measureLatency, measureLoad } from './load.ts';
import { median } from './numbers.ts';
import type { Sample } from './sample.ts';

/** What share of the time of a measurement goes to one connection; the rest goes to thirty. */
const SHARE_OF_ONE = 0.25;

/**
 * Measures one server on one question, once.
 * @param offset with which of the requests to begin, so that rounds do not all ask the same first
 */
export async function measureOnce(
  server: Server,
  requests: readonly WireRequest[],
  { seconds, postmaster, offset }: { seconds: number; postmaster: number; offset: number },
): Promise<Sample> {
  const turned = [...requests.slice(offset % requests.length), ...requests.slice(0, offset % requests.length)];
  const latency = median(await measureLatency(server, turned, seconds * SHARE_OF_ONE));
  const { perSecond, serverMicros, databaseMicros, memory } = await measureLoad(server, turned, seconds, postmaster);
  return { latency, perSecond, serverMicros, databaseMicros, memory };
}
