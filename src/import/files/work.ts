import type { ClientBase } from 'pg';
import type { Actor } from '../reports/locked.ts';
import type { NumberStyle } from './values/number.ts';

/** Whose units a file may be about: those below this one on a day. */
export interface FileScope {
  /** Code of the unit. */
  readonly unit: string;
  /** As YYYY-MM-DD. */
  readonly today: string;
  /** Who sends it: what is drafted is by them. */
  readonly actor: Actor;
}

/** One file on its way in: a transaction with its temporary tables, and what its rows are read with. */
export interface Work {
  readonly client: ClientBase;
  /** Undefined where the file has no number that says different things in both styles. */
  readonly style: NumberStyle | undefined;
  /** Undefined for one who may change everything. */
  readonly scope: FileScope | undefined;
  /** Who brings it in. */
  readonly by: string | null;
  /** Tells what is done now, and how much of the planning and writing, from 0 to 1. */
  readonly tell: (text: string, share: number) => void;
}
