import { types } from 'node:util';
import type { FastifyServerOptions } from 'fastify';
import type { LogLevel } from '../../config.ts';

/** Where log lines go: one JSON object a line. */
export interface LogOptions {
  readonly level: LogLevel;
  readonly stream?: { write(line: string): void };
}

/** Fastify's logger (pino), without anything of a request but what is put into a line on purpose. */
export function loggerOf({ level, stream = process.stderr }: LogOptions): FastifyServerOptions['logger'] {
  return { level, stream, serializers: { err: (error) => toldError(error), req: () => ({}), res: () => ({}) } };
}

/** What a log says of an error. */
interface ToldError extends Record<string, unknown> {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
  readonly cause?: ToldError;
}

/**
 * An error without data: PostgreSQL puts values and whole rows into what it says, and the ORM puts it around
 * its own messages, so that of such an error the code alone is told.
 */
export function toldError(error: unknown, depth = 0): ToldError {
  if (!types.isNativeError(error)) return { type: typeof error, message: 'not an error', stack: '' };
  const { code } = error as { code?: unknown };
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const inner = (error as { originalError?: unknown }).originalError ?? error.cause;
  return {
    type: error.name,
    message: isOfDatabase(error) ? 'an error of the database; its text may hold data' : error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: lines.join('\n'),
    ...(inner === undefined || inner === error || depth > 4 ? {} : { cause: toldError(inner, depth + 1) }),
  };
}

function isOfDatabase(error: unknown, depth = 0): boolean {
  if (!types.isNativeError(error) || depth > 5) return false;
  if ('severity' in error || 'sqlMessage' in error || 'query' in error) return true;
  const { cause, originalError } = error as { cause?: unknown; originalError?: unknown };
  return isOfDatabase(cause, depth + 1) || isOfDatabase(originalError, depth + 1);
}
