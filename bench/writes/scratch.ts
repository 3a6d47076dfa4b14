import pg from 'pg';

/** A member in a cell, to whom something may happen. */
export interface Stay {
  readonly memberId: number;
  readonly cellId: number;
}

/** The day of all events that the benchmark writes: the register has none on it for most cells. */
export const DAY = '2025-12-31';

/** The events that the benchmark writes, taken out again at its end. */
export class Scratch {
  private constructor(
    readonly pool: pg.Pool,
    private readonly lastId: number,
  ) {}

  static async open(url: string, connections: number): Promise<Scratch> {
    const pool = new pg.Pool({ connectionString: url, max: connections });
    const { rows } = await pool.query<{ id: number }>('select coalesce(max(id), 0)::int as id from member_event');
    return new Scratch(pool, rows[0]?.id ?? 0);
  }

  /** Switches the roll-up's part of writing on or off: the triggers that tell the journal. */
  async journal(on: boolean): Promise<void> {
    const { rows } = await this.pool.query<{ name: string }>(
      `select quote_ident(tgname) as name from pg_trigger where tgrelid = 'member_event'::regclass and tgname like '%register%' and not tgisinternal`,
    );
    if (rows.length === 0) throw new Error('the register has no journal');
    for (const { name } of rows)
      await this.pool.query(`alter table member_event ${on ? 'enable' : 'disable'} trigger ${name}`);
  }

  /** Living members with their cells. @param scattered from everywhere, or from cells side by side */
  async stays(count: number, scattered: boolean): Promise<Stay[]> {
    const { rows } = await this.pool.query<Stay>(
      `select member_id as "memberId", cell_id as "cellId" from member_cell where upper_inf(valid)
      order by ${scattered ? 'hashint4(member_id)' : 'member_id'} limit $1`,
      [count],
    );
    return rows;
  }

  /** Takes out what was written; the journal is not told, so a server that runs does not notice. */
  async clear(): Promise<void> {
    await this.journal(false);
    await this.pool.query('delete from member_event where id > $1', [this.lastId]);
    await this.journal(true);
    await this.pool.query('vacuum analyze member_event');
  }

  async close(): Promise<void> {
    await this.clear();
    await this.pool.end();
  }
}
