/**
 * The part of the packages of bench/package.json that is used here. They are installed by the benchmark alone,
 * and the types are checked where they are missing, too.
 */
declare module 'autocannon' {
  export interface Client {
    setRequests(requests: readonly { readonly path: string; readonly body: string }[]): void;
    on(event: 'response', hear: (status: number, bytes: number, milliseconds: number) => void): void;
  }
  export interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
    /** Answers that are not what they should be. */
    readonly mismatches: number;
    /** Seconds. */
    readonly duration: number;
    readonly throughput: { readonly total: number };
  }
  export default function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly sampleInt: number;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly verifyBody?: (body: string) => boolean;
    readonly setupClient: (client: Client) => void;
  }): Promise<Result>;
}

declare module 'postgraphile' {
  import type { Server } from 'node:http';

  export interface Instance {
    createServ(grafserv: unknown): { addTo(server: Server): void | Promise<void> };
  }
  export function postgraphile(preset: Readonly<Record<string, unknown>>): Instance;
}

declare module 'postgraphile/adaptors/pg' {
  export function makePgService(options: Readonly<Record<string, unknown>>): unknown;
}

declare module 'postgraphile/grafserv/node' {
  export const grafserv: unknown;
}

declare module 'postgraphile/presets/amber' {
  export const PostGraphileAmberPreset: unknown;
}

declare module '@graphile/pg-aggregates' {
  export const PgAggregatesPreset: unknown;
}

declare module 'mercurius' {
  import type { FastifyPluginAsync } from 'fastify';

  const mercurius: FastifyPluginAsync<Record<string, unknown>>;
  export default mercurius;
}
