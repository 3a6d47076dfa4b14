import type { Worker } from 'node:cluster';
import cluster from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isReady } from './ready.ts';
import { metricsOf } from './worker-metrics.ts';
import type { MetricsMessage } from '../server/telemetry/all-metrics.ts';
import { isMetricsMessage } from '../server/telemetry/all-metrics.ts';

/** A worker that dies at once, again and again, is started ever more slowly. */
const PAUSES_MS = [0, 100, 500, 1_000, 5_000];
/** A worker that lived so long starts from the first pause again. */
const GOOD_LIFE_MS = 30_000;
/** Shorter than what the whole stop may take. */
const STOP_LIMIT_MS = 12_000;

/** Processes that answer at one address. One that crashes takes no other with it, and another takes its place. */
export class Workers {
  private ending = false;
  private failures = 0;
  private readonly answering = new Set<Worker>();

  /**
   * @param settings environment variables that differ from those of this process
   * @param onCrash told of a worker that ended by itself
   */
  constructor(
    private readonly settings: Readonly<Record<string, string>>,
    private readonly onCrash: (text: string) => void,
  ) {
    // Each takes connections from the system itself: handed on by the primary, those on their way to a worker that
    // is killed would never be answered, and never break.
    cluster.schedulingPolicy = cluster.SCHED_NONE;
    cluster.setupPrimary({ execArgv: process.execArgv });
  }

  /** Starts so many. @returns the address once all of them answer */
  async start(count: number): Promise<string> {
    const urls = await Promise.all(Array.from({ length: count }, () => this.firstOf(this.fork())));
    return urls[0] ?? '';
  }

  private firstOf(worker: Worker): Promise<string> {
    return new Promise((resolve, reject) => {
      worker.on('message', (message: unknown) => {
        if (isReady(message)) resolve(message.url);
      });
      worker.once('exit', () => reject(new Error('a worker ended before it answered')));
    });
  }

  /** Lets all of them finish what they work on, within a bounded time. */
  async stop(): Promise<void> {
    this.ending = true;
    const alive = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const gone = alive.filter((worker) => !worker.isDead()).map((worker) => once(worker, 'exit'));
    for (const worker of alive) worker.process.kill('SIGTERM');
    await Promise.race([Promise.all(gone), sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
    for (const worker of alive) if (!worker.isDead()) worker.process.kill('SIGKILL');
  }

  private fork(): Worker {
    const began = performance.now();
    const worker = cluster.fork(this.settings);
    worker.on('message', (message: unknown) => void this.hear(worker, message));
    worker.once('exit', (code, signal) => {
      this.answering.delete(worker);
      if (this.ending) return;
      this.failures = performance.now() - began > GOOD_LIFE_MS ? 0 : this.failures + 1;
      const pause = PAUSES_MS[Math.min(this.failures, PAUSES_MS.length - 1)];
      this.onCrash(`a worker ended (${signal ?? code}); another takes its place`);
      setTimeout(() => {
        if (!this.ending) this.fork();
      }, pause);
    });
    return worker;
  }

  private async hear(worker: Worker, message: unknown): Promise<void> {
    if (isReady(message)) this.answering.add(worker);
    if (!isMetricsMessage(message) || message.dangbo !== 'METRICS_ASKED') return;
    const text = await metricsOf([...this.answering].filter((each) => each.isConnected()));
    const told: MetricsMessage = { dangbo: 'METRICS_TOLD', number: message.number, text };
    if (worker.isConnected()) worker.send(told);
  }
}
