import type { Machine } from '../report/machine.ts';

/** What keeping the figures true costs those who write. */
export interface WriteResults {
  readonly scale: string;
  readonly members: number;
  readonly rounds: number;
  readonly machine: Machine;
  /** Transactions of one row each, per second, of eight writers at once. */
  readonly singleRows: Comparison;
  /** Milliseconds of ten thousand events in one statement. */
  readonly burst: Comparison;
  /** The same events, each in a cell of its own province: as scattered as can be. */
  readonly scatteredBurst: Comparison;
  /** Milliseconds until an answer tells of what was written, from the end of the transaction. */
  readonly shown: { readonly afterOneRow: number; readonly afterBurst: number; readonly unchanged: number };
}

/** The same writes with the journal of the register, and without it. */
export interface Comparison {
  readonly without: number;
  readonly with: number;
}
