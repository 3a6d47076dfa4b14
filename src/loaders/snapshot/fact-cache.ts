import type { FactRow } from './facts.ts';

/** How many facts are held in memory before the questions longest unasked are let go. */
const MAX_FACTS = 100_000;

type Entries = Map<string, readonly FactRow[]>;

/**
 * Facts by question, as long as no change of their indicator is heard of. They are kept in two halves: what is asked
 * for is in the young half or moves there, and when that is full, the old half is let go and the young one ages.
 */
export class FactCache {
  private young: Entries = new Map();
  private old: Entries = new Map();
  /** Of the young half. */
  private held = 0;
  /** Rises with each forgetting: what was read before one is not kept after it. */
  private generation = 0;

  get(key: string): readonly FactRow[] | undefined {
    const young = this.young.get(key);
    if (young) return young;
    const old = this.old.get(key);
    if (old) this.keep(key, old);
    return old;
  }

  /** Taken before facts are read, and given back with them. */
  ticket(): number {
    return this.generation;
  }

  set(key: string, rows: readonly FactRow[], ticket: number): void {
    if (ticket === this.generation) this.keep(key, rows);
  }

  /** Forgets the facts of some indicators, or of all. */
  forget(indicators: ReadonlySet<string> | 'ALL'): void {
    if (indicators !== 'ALL' && indicators.size === 0) return;
    this.generation += 1;
    for (const key of [...this.young.keys(), ...this.old.keys()]) {
      if (indicators === 'ALL' || indicators.has(key.slice(0, key.indexOf('|')))) this.remove(key);
    }
  }

  private keep(key: string, rows: readonly FactRow[]): void {
    this.remove(key);
    this.young.set(key, rows);
    this.held += weight(rows);
    if (this.held <= MAX_FACTS / 2) return;
    this.old = this.young;
    this.young = new Map();
    this.held = 0;
  }

  private remove(key: string): void {
    const rows = this.young.get(key);
    if (rows) this.held -= weight(rows);
    this.young.delete(key);
    this.old.delete(key);
  }
}

/** A question takes room, too, with all that is worked out for it: about as much as ten facts. */
function weight(rows: readonly FactRow[]): number {
  return rows.length + 10;
}
