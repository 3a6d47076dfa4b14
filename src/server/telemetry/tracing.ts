import type { IncomingHttpHeaders } from 'node:http';
import type { DoneStatement } from '../../database/work.ts';

/** The spans of one request: HTTP, in it the operation, in it the statements. */
export interface RequestTrace {
  onOperation(name: string | null, type: string): void;
  onStatement(done: DoneStatement): void;
  /** The answer is on its way. */
  end(status: number, codes: readonly string[]): void;
}

/** Traces of requests, sent somewhere. */
export interface Tracing {
  /** @param headers may say which trace the request is part of */
  begin(method: string, route: string, headers: IncomingHttpHeaders): RequestTrace;
  /** Sends what is still here. */
  stop(): Promise<void>;
}
