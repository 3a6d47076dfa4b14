import { isData } from '../answer/data.ts';
import type { Data } from '../answer/data.ts';
import { ENDPOINT, headersWithToken } from './fetcher.ts';

/** Asks the platform something that the page itself wants to know. Empty where there is no data; throws where the server cannot be asked. */
export async function askQuietly(
  query: string,
  variables: Data = {},
  signal: AbortSignal | null = null,
): Promise<Data> {
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    headers: headersWithToken({ 'content-type': 'application/json' }),
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const answer: unknown = await response.json();
  return isData(answer) && isData(answer['data']) ? answer['data'] : {};
}
