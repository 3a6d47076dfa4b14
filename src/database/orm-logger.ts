import type { LogContext, Logger } from '@mikro-orm/core';
import { currentWork } from './work.ts';

const nothing = (): void => undefined;

/** Tells the statements of the ORM to whoever hears of the work of a request. Writes nothing, and knows no values. */
export const ORM_LOGGER: Logger = {
  log: nothing,
  error: nothing,
  warn: nothing,
  setDebugMode: nothing,
  // With `query-params`, values would become part of the text.
  isEnabled: (namespace) => namespace === 'query',
  logQuery: ({ query = '', took = 0, level }: LogContext) =>
    currentWork()?.onStatement({
      name: 'ORM',
      text: query,
      startedAt: Date.now() - took,
      milliseconds: took,
      failed: level === 'error',
    }),
};
