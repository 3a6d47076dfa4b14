import { setTimeout as sleep } from 'node:timers/promises';
import { type Presence, announcePresence } from './presence.ts';

const RETRY_MS = 500;

/** Sees to it that a server stays up. */
export interface Keeper {
  /** Ends the watch, and tells whether nobody else uses the server. */
  leave(): Promise<{ last: boolean }>;
}

/**
 * Holds our mark in the database at the address, and brings the server up again when it goes down under us: killed,
 * or out of memory. Those who were connected reconnect to the same port.
 * @param revive brings the server up if it is down
 */
export async function keepUp(url: string, revive: () => Promise<unknown>): Promise<Keeper> {
  let done = false;
  let reviving: Promise<void> = Promise.resolve();
  let presence: Presence | undefined;

  const onLost = (): void => {
    presence = undefined;
    reviving = reannounce();
  };
  const reannounce = async (): Promise<void> => {
    while (!done && presence === undefined) {
      try {
        await revive();
        presence = await announcePresence(url, onLost);
      } catch {
        // Still recovering, or its port is taken for a moment. The requests in between say that it is away.
        await sleep(RETRY_MS);
      }
    }
  };

  presence = await announcePresence(url, onLost);
  return {
    async leave() {
      done = true;
      await reviving;
      return presence === undefined ? { last: false } : presence.leave();
    },
  };
}
