import type { PoolClient } from 'pg';

/** A connection for one reading or writing. If the signal comes before its end, it is cut, and the database stops what runs on it. */
export class Lease implements EventListenerObject {
  private isOver = false;

  constructor(
    readonly client: PoolClient,
    private readonly ended: AbortSignal | undefined,
  ) {
    ended?.addEventListener('abort', this);
    if (ended?.aborted === true) this.end(true);
  }

  /** The signal came. */
  handleEvent(): void {
    this.end(true);
  }

  /** The signal cuts it no longer. */
  hold(): void {
    this.ended?.removeEventListener('abort', this);
  }

  /** @param cut whether the connection is not to be used again */
  end(cut: boolean): void {
    if (this.isOver) return;
    this.isOver = true;
    this.hold();
    this.client.release(cut);
  }
}
