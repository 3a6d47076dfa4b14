import cluster from 'node:cluster';
import type { MetricObjectWithValues, MetricValue } from 'prom-client';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** The metrics of one registry, as its process sends them. */
export type Part = readonly MetricObjectWithValues<MetricValue<string>>[];

/** What a worker and its primary say to each other so that one worker can tell the metrics of all. */
export type MetricsMessage =
  | { readonly dangbo: 'METRICS_ASKED'; readonly number: number }
  | { readonly dangbo: 'METRICS_TOLD'; readonly number: number; readonly text: string }
  | { readonly dangbo: 'PART_ASKED'; readonly number: number }
  | { readonly dangbo: 'PART_TOLD'; readonly number: number; readonly parts: readonly Part[] };

export function isMetricsMessage(message: unknown): message is MetricsMessage {
  return typeof message === 'object' && message !== null && 'dangbo' in message && 'number' in message;
}

/** The process itself: its memory, its time, its event loop. */
let ofProcess: Registry | undefined;

function processRegistry(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

/** Lets the primary of this worker have what the worker counts. Does nothing in a process of its own. */
export function shareMetrics(registry: Registry): void {
  if (!cluster.isWorker) return;
  const tell = async (number: number): Promise<void> => {
    const parts = await Promise.all([registry, processRegistry()].map((each) => each.getMetricsAsJSON()));
    process.send?.({ dangbo: 'PART_TOLD', number, parts } satisfies MetricsMessage);
  };
  process.on('message', (message: unknown) => {
    if (isMetricsMessage(message) && message.dangbo === 'PART_ASKED') void tell(message.number);
  });
}

/** The metrics of this process, or of all workers together. */
export async function allMetrics(registry: Registry): Promise<string> {
  return cluster.isWorker ? askPrimary() : Registry.merge([registry, processRegistry()]).metrics();
}

let asked = 0;

async function askPrimary(): Promise<string> {
  const number = (asked += 1);
  return new Promise((resolve) => {
    const hear = (message: unknown): void => {
      if (!isMetricsMessage(message) || message.dangbo !== 'METRICS_TOLD' || message.number !== number) return;
      process.off('message', hear);
      resolve(message.text);
    };
    process.on('message', hear);
    process.send?.({ dangbo: 'METRICS_ASKED', number } satisfies MetricsMessage);
  });
}
