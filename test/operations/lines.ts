import type { LogOptions } from '../../src/server/telemetry/log.ts';

/** A line of the log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** A log that is kept, to be read. */
export function loggerLines(): { readonly log: LogOptions; lines(): LogLine[] } {
  const written: string[] = [];
  return {
    log: { level: 'info', stream: { write: (line) => void written.push(line) } },
    lines: () => written.map((line) => JSON.parse(line) as LogLine),
  };
}
