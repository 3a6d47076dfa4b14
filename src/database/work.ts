import { AsyncLocalStorage } from 'node:async_hooks';

/** A statement that was answered, or failed. Its values are not told. */
export interface DoneStatement {
  /** The name of a prepared statement, or ORM. */
  readonly name: string;
  readonly text: string;
  /** Milliseconds since 1970, and how many it took. */
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly failed: boolean;
}

/** What hears of the work that is done for one request. */
export interface Work {
  onStatement(done: DoneStatement): void;
  /** The operation that is asked was found. */
  onOperation(name: string | null, type: string): void;
  /** A loader read so many keys at once. */
  onBatch(loader: string, size: number): void;
  /** An error left with a code. */
  onError(code: string): void;
}

const working = new AsyncLocalStorage<Work>();

/** Runs something whose statements, batches and errors are told to `work`. */
export function workFor<T>(work: Work, run: () => T): T {
  return working.run(work, run);
}

/** The work that goes on; undefined where nobody wants to hear of it. */
export function currentWork(): Work | undefined {
  return working.getStore();
}

/** Runs a statement, and tells how it went. */
export async function timed<T>(name: string, text: string, run: () => Promise<T>): Promise<T> {
  const work = currentWork();
  if (!work) return run();
  const began = performance.now();
  let failed = true;
  try {
    const result = await run();
    failed = false;
    return result;
  } finally {
    const milliseconds = performance.now() - began;
    work.onStatement({ name, text, startedAt: performance.timeOrigin + began, milliseconds, failed });
  }
}
