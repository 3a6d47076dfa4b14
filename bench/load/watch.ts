import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { familySeconds, processorSeconds } from '../measure/process.ts';
import { median } from '../measure/numbers.ts';
import type { Minute } from './results.ts';

const EVERY_MS = 2_000;
const MINUTE_MS = 60_000;
const TICKS_PER_SECOND = 100;

interface Sample {
  readonly at: number;
  readonly heap: number;
  readonly resident: number;
}

/** Looks at the memory of a server, as it tells it itself, every two seconds. */
export class MemoryWatch {
  private readonly samples: Sample[] = [];
  private readonly began = performance.now();
  private readonly timer: NodeJS.Timeout;
  private readonly metrics: URL;

  constructor(url: string) {
    this.metrics = new URL('/metrics', url);
    this.timer = setInterval(() => void this.look(), EVERY_MS);
  }

  /** Ends it. @returns the whole minutes */
  end(): readonly Minute[] {
    clearInterval(this.timer);
    const byMinute = Map.groupBy(this.samples, ({ at }) => Math.floor((at - this.began) / MINUTE_MS));
    return [...byMinute.values()].map((samples) => ({
      heap: Math.min(...samples.map(({ heap }) => heap)),
      resident: median(samples.map(({ resident }) => resident)),
    }));
  }

  private async look(): Promise<void> {
    const text = await (await fetch(this.metrics)).text();
    const of = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
    this.samples.push({
      at: performance.now(),
      heap: of('nodejs_heap_size_used_bytes'),
      resident: of('process_resident_memory_bytes'),
    });
  }
}

/** Tells how many processors others than some processes use. @returns what ends it, and tells the mean */
export function watchOthers(server: number, postmaster: number): () => number {
  const began = performance.now();
  const busy = (): number =>
    busySeconds() - processorSeconds(server) - familySeconds(postmaster) - processorSeconds(process.pid);
  const before = busy();
  return () => (busy() - before) / ((performance.now() - began) / 1000);
}

/** Processor time of the whole machine in which it did something. */
function busySeconds(): number {
  const fields = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]?.split(' ').map(Number) ?? [];
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = fields;
  return (user + nice + system + interrupts + softInterrupts) / TICKS_PER_SECOND;
}
