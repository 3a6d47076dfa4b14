import { types } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CodedError } from '../errors/coded-error.ts';

/**
 * The end of one request. Once nobody waits for its answer any more, what it reads is stopped, and what it writes is
 * taken back; only what is being committed already is written to its end.
 */
export class Ending {
  private readonly ending = new AbortController();
  private committing: Promise<unknown> = Promise.resolve();
  private hasWritten = false;

  /** @param milliseconds how long one of its statements may take; 0 for no limit */
  constructor(readonly milliseconds = 0) {}

  /** Comes when nobody waits any more. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /**
   * Commits what was written, unless nobody waits for it any more.
   * @throws CodedError TIMED_OUT where nothing is to be committed any more
   */
  async commit(run: () => Promise<unknown>): Promise<void> {
    if (this.signal.aborted) throw timedOut();
    const committed = run().then(() => {
      this.hasWritten = true;
    });
    this.committing = committed.catch(() => undefined);
    return committed;
  }

  /** Nobody waits any more. Tells whether anything was written that stays, once that is certain. */
  async giveUp(): Promise<boolean> {
    this.ending.abort();
    await this.committing;
    return this.hasWritten;
  }
}

const endings = new WeakMap<EntityManager, Ending>();

/** Whatever is written with an entity manager is taken back where the request ends before. */
export function writesUntil(em: EntityManager, ending: Ending): EntityManager {
  endings.set(em, ending);
  return em;
}

/** When what is written with an entity manager is given up; never, where it is no request that writes. */
export function endingOf(em: EntityManager): Ending {
  return endings.get(em) ?? new Ending();
}

/** What PostgreSQL says of a statement that went beyond its time. */
const STATEMENT_STOPPED = '57014';

/** Why a statement failed: it was stopped, or nobody waited for it any more; undefined for any other reason. */
export function stopped(error: unknown, ended: AbortSignal | undefined): CodedError | undefined {
  const wentOver = types.isNativeError(error) && 'code' in error && error.code === STATEMENT_STOPPED;
  return wentOver || ended?.aborted === true ? timedOut(error) : undefined;
}

function timedOut(cause?: unknown): CodedError {
  const message = 'Expected a question that is answered in time; this one was not, and is given up.';
  return new CodedError('TIMED_OUT', message, {}, { cause });
}
