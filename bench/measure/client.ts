import type { IncomingMessage } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Server, WireRequest } from '../servers/servers.ts';

export const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' } as const;

/** One connection, kept open. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  private readonly origin: string;
  private readonly headers: Readonly<Record<string, string>>;

  constructor({ url, headers }: Pick<Server, 'url' | 'headers'>) {
    this.origin = new URL(url).origin;
    this.headers = { ...JSON_HEADERS, ...headers };
  }

  /**
   * Asks, and waits for the whole answer.
   * @throws Error for any other status than 200
   */
  async ask({ path, body }: WireRequest, method = 'POST'): Promise<string> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = httpRequest(`${this.origin}${path}`, {
        method,
        agent: this.agent,
        headers: { ...this.headers, 'content-length': Buffer.byteLength(body) },
      });
      request.on('response', resolve).on('error', reject).end(body);
    });
    const answer = await text(response);
    if (response.statusCode === 200) return answer;
    throw new Error(`${this.origin}${path} answers with ${response.statusCode}: ${answer.slice(0, 500)}`);
  }

  close(): void {
    this.agent.destroy();
  }
}
