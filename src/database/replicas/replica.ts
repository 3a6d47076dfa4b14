import type { Pool } from 'pg';
import type { Lsn } from './lsn.ts';
import { laterOf, NO_LSN, parseLsn } from './lsn.ts';

const STATE = `select pg_is_in_recovery() as follows, coalesce(pg_last_wal_replay_lsn()::text, '0/0') as replayed`;
/** What is asked for less than so long ago is not asked again. */
const ASKED_MS = 20;

/** A server that follows the primary, and how far it is known to have come. It never goes back. */
export class Replica {
  private replayed: Lsn = NO_LSN;
  private askedAt = -Infinity;
  /** Why it is left out; undefined while it is not. */
  private fault: string | undefined = 'not looked at yet';
  /** Seconds that it is behind. */
  lag = 0;

  constructor(readonly pool: Pool) {}

  /** Whether it may be read from, as far as it is known. */
  get isUsable(): boolean {
    return this.fault === undefined;
  }

  /** Known to have so much. */
  get at(): Lsn {
    return this.replayed;
  }

  leaveOut(fault: string): void {
    this.fault = fault;
  }

  takeIn(): void {
    this.fault = undefined;
  }

  /** Whether it has at least what was written before a place; asks it, if that is not known yet. */
  async has(lsn: Lsn): Promise<boolean> {
    if (this.replayed >= lsn) return true;
    if (performance.now() - this.askedAt < ASKED_MS) return false;
    await this.look();
    return this.replayed >= lsn;
  }

  /** Asks how far it has come. It is left out where it cannot say, or follows nobody any more. */
  async look(): Promise<boolean> {
    this.askedAt = performance.now();
    try {
      const { rows } = await this.pool.query<{ follows: boolean; replayed: string }>(STATE);
      const [state] = rows;
      if (state?.follows !== true) {
        this.leaveOut('follows no primary');
        return false;
      }
      this.replayed = laterOf(this.replayed, parseLsn(state.replayed) ?? NO_LSN);
      return true;
    } catch {
      this.leaveOut('cannot be reached');
      return false;
    }
  }
}
