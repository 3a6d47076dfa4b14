import pg from 'pg';

/** Counts the statements that a database is asked, and finds its processes. */
export class DatabaseWatch {
  private constructor(
    private readonly client: pg.Client,
    /** The first process of the PostgreSQL server. */
    readonly backend: number,
  ) {}

  static async on(url: string): Promise<DatabaseWatch> {
    const client = new pg.Client({ connectionString: url, application_name: 'dangbo bench' });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const watch = new DatabaseWatch(client, rows[0]?.pid ?? 0);
    await watch.track('none');
    return watch;
  }

  /** How many statements others send while something runs. */
  async count(run: () => Promise<unknown>): Promise<number> {
    await this.track('top');
    await this.client.query('select pg_stat_statements_reset()');
    await run();
    const { rows } = await this.client.query<{ calls: number }>(
      `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements where query not like '%pg_stat_statements%'`,
    );
    await this.track('none');
    return rows[0]?.calls ?? 0;
  }

  /** Counting costs time: it is on only while statements are counted. */
  private async track(what: 'top' | 'none'): Promise<void> {
    await this.client.query(`alter system set pg_stat_statements.track = '${what}'`);
    await this.client.query('select pg_reload_conf()');
    // Backends read the setting anew between two statements.
    await this.client.query('select pg_sleep(0.2)');
    const { rows } = await this.client.query<Record<string, string>>('show pg_stat_statements.track');
    const set = Object.values(rows[0] ?? {})[0];
    if (set !== what) throw new Error(`statements cannot be counted: pg_stat_statements.track is ${set}`);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
