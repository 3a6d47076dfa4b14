import { median } from './numbers.ts';

/** Whether one question was asked again and again, or with other variables each time. */
export const MODES = ['varying', 'repeated'] as const;
export type Mode = (typeof MODES)[number];

/** What one server did with one question, in one round or as medians of several. */
export interface Sample {
  /** Milliseconds over one connection. */
  readonly latency: number;
  readonly perSecond: number;
  /** Microseconds of processor time for each request. */
  readonly serverMicros: number;
  readonly databaseMicros: number;
  /** Bytes resident at the peak under load. */
  readonly memory: number;
}

/** The median of each number. */
export function medianSample(samples: readonly Sample[]): Sample {
  const of = (read: (sample: Sample) => number): number => median(samples.map(read));
  return {
    latency: of((sample) => sample.latency),
    perSecond: of((sample) => sample.perSecond),
    serverMicros: of((sample) => sample.serverMicros),
    databaseMicros: of((sample) => sample.databaseMicros),
    memory: of((sample) => sample.memory),
  };
}

/** Processor time of server and database together, in microseconds for each request. */
export function cpuOf({ serverMicros, databaseMicros }: Sample): number {
  return serverMicros + databaseMicros;
}

/** Samples by anything that names them. */
export class Samples {
  private readonly byKey = new Map<string, Sample[]>();

  add(key: string, sample: Sample): void {
    const samples = this.byKey.get(key);
    if (samples) samples.push(sample);
    else this.byKey.set(key, [sample]);
  }

  /** Every round. */
  all(key: string): readonly Sample[] {
    return this.byKey.get(key) ?? [];
  }

  median(key: string): Sample {
    return medianSample(this.all(key));
  }
}
