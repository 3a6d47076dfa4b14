import type { Machine } from '../report/machine.ts';

/** The memory of the server over one minute, in bytes. */
export interface Minute {
  /** Least of the heap in use: what is left after its largest collection. */
  readonly heap: number;
  /** Resident: the median. */
  readonly resident: number;
}

/** What a long load tells. */
export interface LoadResults {
  readonly scale: string;
  readonly members: number;
  readonly minutes: number;
  readonly connections: number;
  readonly machine: Machine;
  /** Different questions, all of which come round again and again. */
  readonly questions: number;
  readonly answers: number;
  /** Broken connections, other statuses than 200, and answers with errors in them. */
  readonly errors: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly memory: readonly Minute[];
  /** Processors that others on the machine used meanwhile, on average. */
  readonly others: number;
}

/** Minutes at the beginning that do not count: caches fill, code is compiled. */
export const WARM_UP = 2;
export const MOST_MEMORY_GROWTH = 1.1;
export const MOST_TAIL = 10;
