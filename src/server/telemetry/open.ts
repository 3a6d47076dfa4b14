import type { FastifyInstance } from 'fastify';
import type { TracesTo } from '../../settings/tracing.ts';
import { shareMetrics } from './all-metrics.ts';
import type { Gauged } from './metrics.ts';
import { Metrics } from './metrics.ts';
import { OperationNames } from './operation-names.ts';
import { Telemetry } from './telemetry.ts';
import type { Tracing } from './tracing.ts';

/** Everything that tells operators what the server does. */
export async function openTelemetryOf(
  app: FastifyInstance,
  knownOperations: ReadonlySet<string>,
  gauged: Gauged,
  traces?: TracesTo,
): Promise<{ readonly telemetry: Telemetry; readonly metrics: Metrics; stop(): Promise<void> }> {
  const metrics = new Metrics(new OperationNames(knownOperations), gauged);
  shareMetrics(metrics.registry);
  const tracing = await openTracing(traces);
  const telemetry = new Telemetry(metrics, tracing);
  telemetry.listen(app);
  return { telemetry, metrics, stop: async () => tracing?.stop() };
}

/** Loads what traces need, where they are asked for; without, it costs nothing. */
async function openTracing(to: TracesTo | undefined): Promise<Tracing | undefined> {
  if (to === undefined) return undefined;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(to);
}
