import type { Machine } from '../report/machine.ts';

/** What a day of the past costs. */
export interface DayResults {
  readonly scale: string;
  readonly members: number;
  readonly machine: Machine;
  /** How many different days were asked for in each form. */
  readonly questions: number;
  /** Medians until the answer was there. */
  readonly milliseconds: { readonly today: number; readonly past: number; readonly restated: number };
}
