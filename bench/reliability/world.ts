import type { EmbeddedPostgres } from '../../src/database/embedded/server.ts';

/** A platform that is broken on purpose: a database of its own, and what answers from it. */
export interface World {
  readonly postgres: EmbeddedPostgres;
  /** Addresses of the API; clients ask them in turn. */
  readonly urls: readonly string[];
  /** An administrator's. */
  readonly token: string;
  /** What the servers themselves did not foresee, as far as they are in this process. */
  readonly unexpected: () => readonly unknown[];
  /** Breaks something, once; what has to be put right by hand is put right at the end. */
  breakOnce(round: number): Promise<void>;
  /** Waits until what may be late for a while is there. */
  settle?(): Promise<void>;
  end(): Promise<void>;
}

/** Something that is broken, while clients ask and change. */
export interface Breakage {
  readonly name: string;
  /** Why it cannot be tried on this machine; undefined where it can. */
  readonly obstacle?: () => string | undefined;
  open(): Promise<World>;
}

const PREFIX = 'RELIABILITY';
/** Under it organisations are made. */
export const PARENT = `${PREFIX}-K`;
/** Above the units whose figures are brought in again and again. */
export const TOTAL = `${PREFIX}-T`;
export const REPORTING: readonly string[] = [1, 2, 3, 4, 5].map((number) => `${PREFIX}-G${number}`);
/** A cell with members, who are read. */
export const CELL = `${PREFIX}-C`;
export const NAMES: readonly string[] = ['Người 1', 'Người 2', 'Người 3'];
/** Of what the units report, and when. */
export const INDICATOR = 'TRAINING_CLASSES';
export const PERIOD = '2024';
/** What each of them reported at first; each time it is brought in it is one more. */
export const FIRST_VALUE = 100;
