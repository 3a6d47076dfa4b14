import { type Config, ConfigError } from '../config.ts';
import { EmbeddedPostgresError } from '../database/embedded/error.ts';

/** What went wrong at the start, in one line, for a person who has never seen the code. */
export function describeFailure(error: unknown, config?: Config): string {
  if (error instanceof ConfigError || error instanceof EmbeddedPostgresError) return error.message;
  const { code } = error as { code?: unknown };
  if (config !== undefined && typeof code === 'string') {
    const known = LISTENING[code]?.(config);
    if (known !== undefined) return known;
  }
  return firstLine(error);
}

/** Errors of the address that the server was told to listen on. */
const LISTENING: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ host, port }) => `PORT ${port} is taken: stop what listens on ${host}:${port}, or set PORT to another`,
  EACCES: ({ host, port }) => `PORT ${port} may not be opened on ${host}: set PORT to 1024 or more`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is no address of this machine`,
  ENOTFOUND: ({ host }) => `HOST ${host} is not known`,
};

/** The first line of an error's message. An attempt at several addresses has its reasons inside. */
export function firstLine(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return firstLine(error.errors[0]);
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n')[0] ?? '';
}
