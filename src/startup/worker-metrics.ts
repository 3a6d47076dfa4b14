import type { Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import type { MetricsMessage, Part } from '../server/telemetry/all-metrics.ts';
import { isMetricsMessage } from '../server/telemetry/all-metrics.ts';

/** A worker that says nothing for so long is left out. */
const PATIENCE_MS = 2_000;

let asked = 0;

/** The metrics of several workers, added up. */
export async function metricsOf(workers: readonly Worker[]): Promise<string> {
  const parts = await Promise.all(workers.map(partsOf));
  return AggregatorRegistry.aggregate([...parts.flat()]).metrics();
}

async function partsOf(worker: Worker): Promise<readonly Part[]> {
  const number = (asked += 1);
  return new Promise((resolve) => {
    const end = (parts: readonly Part[]): void => {
      clearTimeout(timer);
      worker.off('message', hear);
      resolve(parts);
    };
    const hear = (message: unknown): void => {
      if (isMetricsMessage(message) && message.dangbo === 'PART_TOLD' && message.number === number) end(message.parts);
    };
    const timer = setTimeout(() => end([]), PATIENCE_MS);
    worker.on('message', hear);
    worker.send({ dangbo: 'PART_ASKED', number } satisfies MetricsMessage);
  });
}
