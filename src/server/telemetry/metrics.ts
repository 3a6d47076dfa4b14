import type pg from 'pg';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Replicas } from '../../database/replicas/replicas.ts';
import type { RollupLag } from '../../loaders/snapshot/lag.ts';
import type { OperationNames } from './operation-names.ts';
import { UNREAD } from './operation-names.ts';
import type { RequestWork } from './request-work.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const STATEMENTS = [0, 1, 2, 3, 5, 10, 20, 50];
const SIZES = [1, 2, 5, 10, 50, 100, 500, 1000, 10_000];

/** What the gauges look at when they are read. */
export interface Gauged {
  readonly pools: Readonly<Record<string, pg.Pool>>;
  readonly replicas: Replicas | undefined;
  rollupLag(): Promise<RollupLag>;
}

/** What Prometheus is told; docs/operations.md says what each is for. */
export class Metrics {
  readonly registry: Registry = new Registry();
  private readonly requests = this.counter('dangbo_requests_total', 'Operations asked.', ['operation', 'type']);
  private readonly errors = this.counter('dangbo_errors_total', 'Errors told, by code.', ['operation', 'code']);
  private readonly seconds = this.histogram('dangbo_request_seconds', 'From request to answer.', SECONDS, 'operation');
  private readonly perRequest = this.histogram(
    'dangbo_sql_statements',
    'Statements sent for one request.',
    STATEMENTS,
    'operation',
  );
  private readonly sqlSeconds = this.histogram('dangbo_sql_seconds', 'Time of a statement.', SECONDS, 'statement');
  private readonly batches = this.histogram('dangbo_loader_batch_size', 'Keys read at once.', SIZES, 'loader');

  constructor(
    private readonly names: OperationNames,
    gauged: Gauged,
  ) {
    this.gaugePools(gauged.pools);
    this.gaugeLag(() => gauged.rollupLag());
    if (gauged.replicas) this.gaugeReplicas(gauged.replicas);
  }

  /** Counts a request that was answered. @param milliseconds how long it took */
  count(work: RequestWork, milliseconds: number): void {
    const operation = work.operation === undefined ? UNREAD : this.names.label(work.operation);
    this.requests.inc({ operation, type: work.type });
    for (const code of work.codes) this.errors.inc({ operation, code });
    this.seconds.observe({ operation }, milliseconds / 1000);
    this.perRequest.observe({ operation }, work.statements.length);
    for (const { name, milliseconds: took } of work.statements)
      this.sqlSeconds.observe({ statement: name }, took / 1000);
    for (const { loader, size } of work.batches) this.batches.observe({ loader }, size);
  }

  private gaugePools(pools: Readonly<Record<string, pg.Pool>>): void {
    const labelNames = ['pool', 'state'];
    const name = 'dangbo_pool_connections';
    const help = 'Connections by what they do, and requests that wait for one.';
    const collect = (): void => {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        gauge.set({ pool, state: 'idle' }, idleCount);
        gauge.set({ pool, state: 'busy' }, totalCount - idleCount);
        gauge.set({ pool, state: 'waiting' }, waitingCount);
      }
    };
    const gauge = new Gauge({ name, help, labelNames, collect, registers: [this.registry] });
  }

  private gaugeReplicas({ all }: Replicas): void {
    const name = 'dangbo_replica_lag_seconds';
    const help = 'How far each replica is behind, in the order of their addresses; -1: left out.';
    const collect = (): void =>
      all.forEach(({ isUsable, lag }, at) => gauge.set({ replica: String(at) }, isUsable ? lag : -1));
    const gauge = new Gauge({
      name,
      help,
      labelNames: ['replica'],
      aggregator: 'max',
      collect,
      registers: [this.registry],
    });
  }

  private gaugeLag(read: () => Promise<RollupLag>): void {
    this.gauge(
      'dangbo_rollup_pending_changes',
      'Changes that the memory has not taken in; the next question makes it do so. -1: the database is away.',
      async () => (await read()).pending,
    );
    this.gauge(
      'dangbo_rollup_lag_seconds',
      'For how long the memory may not have been what the database is; 0 while nothing is pending.',
      async () => (await read()).seconds,
    );
  }

  /** Of several workers the highest value counts. */
  private gauge(name: string, help: string, read: () => Promise<number>): void {
    const collect = async (): Promise<void> => gauge.set(await read());
    const gauge = new Gauge({ name, help, aggregator: 'max', registers: [this.registry], collect });
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, buckets: number[], label: string): Histogram {
    return new Histogram({ name, help, buckets, labelNames: [label], registers: [this.registry] });
  }
}
