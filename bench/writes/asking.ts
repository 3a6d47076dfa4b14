import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '../measure/client.ts';
import type { Server } from '../servers/servers.ts';
import { DAY } from './scratch.ts';

const QUERY = `query Disciplined($period: Period!) { nation { indicator(code: "MEMBERS_DISCIPLINED", period: $period) { value } } }`;

/** Someone who asks a server about the events that are written. */
export class Asking {
  private readonly client: Client;
  private readonly path: string;

  constructor(server: Server) {
    this.client = new Client(server);
    this.path = new URL(server.url).pathname;
  }

  /** @returns how many events the answer counts, and how many milliseconds it took */
  async ask(): Promise<{ count: number; milliseconds: number }> {
    const began = performance.now();
    const text = await this.client.ask({
      path: this.path,
      body: JSON.stringify({ query: QUERY, variables: { period: DAY } }),
    });
    const { data } = JSON.parse(text) as { data: { nation: { indicator: { value: number | null } } } };
    return { count: data.nation.indicator.value ?? 0, milliseconds: performance.now() - began };
  }

  /** Asks on and on, a few times a second, while something runs: readers do not stop because others write. */
  async during<T>(run: () => Promise<T>): Promise<T> {
    let running = true;
    const asking = (async () => {
      while (running) {
        await this.ask();
        await sleep(50);
      }
    })();
    try {
      return await run();
    } finally {
      running = false;
      await asking;
    }
  }

  close(): void {
    this.client.close();
  }
}
