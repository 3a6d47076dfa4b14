import type { IncomingMessage, Server } from 'node:http';
import type { Limits } from '../../limits.ts';

/**
 * How long bodies may take to come: Node has one time for all requests, and files over slow lines need more of it than
 * anything else. So Node’s is the longest, and each request has its own here, from its headers on.
 */
export class BodyTimes {
  private readonly timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

  constructor(
    private readonly server: Server,
    private readonly limits: Limits,
  ) {
    server.prependListener('request', (incoming: IncomingMessage) => {
      // Most bodies come along with their headers, and need no time at all.
      if (hasBody(incoming)) setImmediate(() => this.begin(incoming));
    });
  }

  private begin(incoming: IncomingMessage): void {
    if (!incoming.complete && !this.timers.has(incoming)) this.bound(incoming, this.limits.bodyMilliseconds);
  }

  /**
   * Gives the body of a request the time that files have, as long as it keeps coming: once let in, never before.
   * @returns to be called for each piece that comes
   */
  extend(incoming: IncomingMessage): () => void {
    const { bodyMilliseconds, uploadMilliseconds } = this.limits;
    clearTimeout(this.timers.get(incoming));
    this.bound(incoming, uploadMilliseconds);
    const silence = this.bound(incoming, bodyMilliseconds);
    return () => silence.refresh();
  }

  private bound(incoming: IncomingMessage, milliseconds: number): NodeJS.Timeout {
    const timer = setTimeout(() => this.refuse(incoming), milliseconds);
    this.timers.set(incoming, timer);
    incoming.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    return timer;
  }

  /** As Node does it where its own time is over. */
  private refuse(incoming: IncomingMessage): void {
    if (incoming.complete || incoming.destroyed) return;
    const error = Object.assign(new Error('the body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    this.server.emit('clientError', error, incoming.socket);
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}
