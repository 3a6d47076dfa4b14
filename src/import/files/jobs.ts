import { readFile } from 'node:fs/promises';
import pLimit from 'p-limit';
import type { Pool } from 'pg';
import { CodedError } from '../../errors/coded-error.ts';
import type { RegisterProgress } from '../register/progress.ts';
import type { ImportOptions } from './import-file.ts';
import { importFile } from './import-file.ts';
import type { ImportReport } from './report.ts';

/** RUNNING, DONE (its report tells how), STOPPED on somebody's word, or FAILED: of the last two nothing stays. */
export const IMPORT_JOB_STATES = ['RUNNING', 'DONE', 'STOPPED', 'FAILED'] as const;
export type ImportJobState = (typeof IMPORT_JOB_STATES)[number];

/** How far an import is that runs for somebody. */
export interface ImportJobRow {
  readonly id: string;
  readonly name: string;
  readonly state: ImportJobState;
  readonly dryRun: boolean;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly rows: number;
  readonly share: number;
  readonly step: string;
  readonly seconds: number;
  readonly report: ImportReport | null;
  readonly rejected: string | null;
}

export type JobOptions = Omit<ImportOptions, 'url' | 'onProgress' | 'signal' | 'rejectedTo' | 'rejectedAsText'> & {
  readonly by: string;
  /** Takes the file away, with all that was put beside it. */
  readonly remove: () => Promise<void>;
};

/** Imports that one process works on at once. */
const AT_ONCE = 2;
/** Imports that wait for their turn; each keeps its file until then. */
const MOST_WAITING = 32;
const BEAT_MILLISECONDS = 500;
/** Characters of a rejected file that are kept for whoever sent it. */
const MAX_REJECTED = 5_000_000;

/** Runs imports for those who ask how far they are; what is known of them stands in `import_job`, for every server. */
export class ImportJobs {
  private readonly running = new Map<string, { stopping: AbortController; ended: Promise<void> }>();
  private readonly turns = pLimit(AT_ONCE);

  constructor(
    private readonly pool: Pool,
    private readonly url: string,
  ) {}

  /**
   * Begins an import, or has it wait for its turn. The file is taken away when it has ended.
   * @returns the id of the job
   * @throws CodedError SERVER_BUSY
   */
  async start(options: JobOptions): Promise<string> {
    if (this.running.size >= AT_ONCE + MOST_WAITING) {
      throw new CodedError('SERVER_BUSY', `Expected at most ${MOST_WAITING} files to wait; as many are waiting.`);
    }
    await this.pool.query(FORGET);
    const { rows } = await this.pool.query<{ id: string }>(START, [
      options.name.slice(0, 200),
      options.subject ?? '',
      options.dryRun ?? false,
      options.by,
    ]);
    const id = rows[0]?.id ?? '';
    const stopping = new AbortController();
    const ended = this.run(id, options, stopping).finally(() => this.running.delete(id));
    this.running.set(id, { stopping, ended });
    return id;
  }

  /** Waits until a job of this process has ended, or for so long. */
  async wait(id: string, milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([this.running.get(id)?.ended, late]).finally(() => clearTimeout(timer));
  }

  /** A job, to whoever started it, or to everybody where `by` is null; undefined where there is none. */
  async find(id: string, by: string | null): Promise<ImportJobRow | undefined> {
    const { rows } = await this.pool.query<ImportJobRow>(FIND, [id, by]);
    return rows[0];
  }

  /** Has a job stopped, wherever it runs; that takes a moment. */
  async stop(id: string, by: string | null): Promise<void> {
    await this.pool.query(STOP, [id, by]);
    const mine = this.running.get(id);
    const job = mine && (await this.find(id, by));
    if (!mine || !job) return;
    mine.stopping.abort();
    await mine.ended;
  }

  /** Stops all jobs of this process. */
  async stopAll(): Promise<void> {
    const all = [...this.running.values()];
    for (const { stopping } of all) stopping.abort();
    await Promise.all(all.map(({ ended }) => ended));
  }

  private async run(id: string, options: JobOptions, stopping: AbortController): Promise<void> {
    const rejectedTo = `${options.path}.rejected`;
    const beat = new Beat(this.pool, id, stopping);
    try {
      const report = await this.inTurn(stopping.signal, () =>
        importFile({
          ...options,
          url: this.url,
          signal: stopping.signal,
          rejectedTo: options.acceptValid ? rejectedTo : undefined,
          rejectedAsText: true,
          onProgress: (progress) => beat.note(progress),
        }),
      );
      const rejected = await readFile(rejectedTo, 'utf8').catch(() => null);
      const kept = rejected !== null && rejected.length <= MAX_REJECTED ? rejected : null;
      await this.pool.query(END, [id, JSON.stringify(report), null, kept, report.rows]);
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'INTERNAL_SERVER_ERROR';
      await this.pool.query(END, [id, null, code, null, null]).catch(() => undefined);
    } finally {
      beat.end();
      await options.remove();
    }
  }

  /** Whoever is stopped while waiting is not waited for. */
  private async inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    let isBegun = false;
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        if (!isBegun) reject(new CodedError('IMPORT_STOPPED', 'The import was stopped before it began.'));
      });
    });
    const done = this.turns(async () => {
      signal.throwIfAborted();
      isBegun = true;
      return work();
    });
    return Promise.race([done, stopped]);
  }
}

/** Writes down every now and then how far a job is, and hears whether it is to stop. */
class Beat {
  private latest: RegisterProgress = { text: 'waiting for other files', share: 0, rows: 0, elapsedMs: 0 };
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly pool: Pool,
    private readonly id: string,
    private readonly stopping: AbortController,
  ) {
    this.timer = setInterval(() => void this.write().catch(() => undefined), BEAT_MILLISECONDS);
  }

  note(progress: RegisterProgress): void {
    this.latest = progress;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async write(): Promise<void> {
    const { rows, share, text } = this.latest;
    const { rows: found } = await this.pool.query<{ stop: boolean }>(BEAT, [this.id, rows, share, text]);
    if (found[0]?.stop === true) this.stopping.abort();
  }
}

/** What is kept of jobs is kept for a week: rejected rows may tell of members. */
const FORGET = `delete from import_job where started_at < now() - interval '7 days'`;

const START = `insert into import_job (name, subject, dry_run, started_by) values ($1, $2, $3, $4) returning id`;

const BEAT = `
  update import_job set rows = $2, share = $3, step = $4, beat_at = now()
  where id = $1 and ended_at is null returning stop_asked as stop`;

const END = `
  update import_job set ended_at = now(), report = $2, failure = $3, rejected = $4, rows = coalesce($5, rows), share = 1
  where id = $1`;

const STOP = `
  update import_job set stop_asked = true where id = $1 and ended_at is null and ($2::text is null or started_by = $2)`;

/** A job that nobody has told of for a while went down with its server. */
const FIND = `
  select id, name, dry_run as "dryRun", started_by as "startedBy", started_at as "startedAt", rows::float8 as rows, share,
    step, extract(epoch from coalesce(ended_at, beat_at) - started_at)::float8 as seconds, report, rejected,
    case when report is not null then 'DONE' when failure = 'IMPORT_STOPPED' then 'STOPPED'
      when failure is not null or beat_at < now() - interval '30 seconds' then 'FAILED' else 'RUNNING' end as state
  from import_job where id = $1 and ($2::text is null or started_by = $2)`;
