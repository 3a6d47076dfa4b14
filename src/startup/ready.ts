/** What a worker says once it listens. */
interface ReadyMessage {
  readonly dangbo: 'READY';
  readonly url: string;
}

/** Tells the primary that this worker answers. Does nothing in a process that is no worker. */
export function tellReady(url: string): void {
  process.send?.({ dangbo: 'READY', url } satisfies ReadyMessage);
}

/** Is it that? */
export function isReady(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'dangbo' in message && message.dangbo === 'READY';
}
