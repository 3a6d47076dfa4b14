import type { Pool } from 'pg';
import { openAppPool } from '../app-pool.ts';
import type { Lsn } from './lsn.ts';
import { NO_LSN, parseLsn } from './lsn.ts';
import { Replica } from './replica.ts';

const LOOK_EVERY_MS = 500;

const PRIMARY_AT = 'select pg_current_wal_insert_lsn()::text as at';

/** Where the primary was, and when that was seen. */
interface Milestone {
  readonly at: Lsn;
  readonly seenAt: number;
}

/**
 * The servers that follow the primary. One of them is read from until it lags or is gone; another one takes its
 * place then, or the primary.
 */
export class Replicas {
  private milestones: Milestone[] = [];
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<unknown> = Promise.resolve();

  /** @param maxLag seconds that a replica may be behind */
  constructor(
    private readonly primary: Pool,
    readonly all: readonly Replica[],
    private readonly maxLag: number,
  ) {}

  /** Opens them; those that are away are taken in when they come. */
  static async open(
    primary: Pool,
    urls: readonly string[],
    maxLag: number,
    limits: { readonly milliseconds: number },
  ): Promise<Replicas> {
    const { milliseconds } = limits;
    const pools = urls.map((url) => openAppPool(url, { milliseconds, check: false }));
    const replicas = new Replicas(
      primary,
      (await Promise.all(pools)).map((pool) => new Replica(pool)),
      maxLag,
    );
    await replicas.look();
    replicas.timer = setInterval(() => {
      replicas.looking = replicas.look();
    }, LOOK_EVERY_MS);
    return replicas;
  }

  /** One that has what was written before a place; undefined where none has. */
  async choose(atLeast: Lsn): Promise<Replica | undefined> {
    for (const replica of this.all) if (replica.isUsable && (await replica.has(atLeast))) return replica;
    return undefined;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await Promise.all(this.all.map(({ pool }) => pool.end()));
  }

  /** Looks how far each has come. Where the primary cannot say how far that should be, nobody is blamed. */
  private async look(): Promise<void> {
    const at = await this.primaryAt();
    if (at !== undefined) this.milestones.push({ at, seenAt: performance.now() });
    await Promise.all(this.all.map((replica) => this.judge(replica)));
    const slowest = this.all.reduce((least, { at: reached }) => (reached < least ? reached : least), at ?? NO_LSN);
    const keepFrom = performance.now() - 10 * this.maxLag * 1000;
    this.milestones = this.milestones.filter((each) => each.at > slowest && each.seenAt > keepFrom);
  }

  private async judge(replica: Replica): Promise<void> {
    if (!(await replica.look())) return;
    const missed = this.milestones.find(({ at }) => at > replica.at);
    replica.lag = missed === undefined ? 0 : (performance.now() - missed.seenAt) / 1000;
    if (replica.lag > this.maxLag) replica.leaveOut('lags');
    else replica.takeIn();
  }

  private async primaryAt(): Promise<Lsn | undefined> {
    try {
      const { rows } = await this.primary.query<{ at: string }>(PRIMARY_AT);
      return parseLsn(rows[0]?.at ?? '');
    } catch {
      return undefined;
    }
  }
}
