import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from './gateways.ts';

/** A request of GraphQL as it came by. */
export interface Recorded {
  readonly query: string;
  readonly variables?: { readonly representations?: readonly object[] };
}

/** Stands in front of a subgraph, writes down what is asked of it, and passes everything on. */
export interface Recorder {
  readonly url: string;
  readonly requests: Recorded[];
  stop(): Promise<void>;
}

/** Starts a recorder on a free port. @param target address of the subgraph */
export async function startRecorder(target: string): Promise<Recorder> {
  const requests: Recorded[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    requests.push(JSON.parse(body) as Recorded);
    const answer = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
    });
    response.end(await answer.text());
  };
  const { url, stop } = await listen((request, response) => void pass(request, response));
  return { url: `${url}/graphql`, requests, stop };
}
