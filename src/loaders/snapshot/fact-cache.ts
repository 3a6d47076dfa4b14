import type { FactRow } from './facts.ts';

/** How many facts are held in memory before the questions longest unasked are let go. */
const MAX_FACTS = 500_000;

/** Facts by question, as long as no change of their indicator is heard of. */
export class FactCache {
  private readonly entries = new Map<string, readonly FactRow[]>();
  private held = 0;
  /** Rises with each forgetting: what was read before one is not kept after it. */
  private generation = 0;

  get(key: string): readonly FactRow[] | undefined {
    const rows = this.entries.get(key);
    if (!rows) return undefined;
    this.entries.delete(key);
    this.entries.set(key, rows);
    return rows;
  }

  /** Taken before facts are read, and given back with them. */
  ticket(): number {
    return this.generation;
  }

  set(key: string, rows: readonly FactRow[], ticket: number): void {
    if (ticket !== this.generation) return;
    this.remove(key);
    this.entries.set(key, rows);
    this.held += weight(rows);
    for (const oldest of this.entries.keys()) {
      if (this.held <= MAX_FACTS) break;
      this.remove(oldest);
    }
  }

  /** Forgets the facts of some indicators, or of all. */
  forget(indicators: ReadonlySet<string> | 'ALL'): void {
    if (indicators !== 'ALL' && indicators.size === 0) return;
    this.generation += 1;
    for (const key of [...this.entries.keys()]) {
      if (indicators === 'ALL' || indicators.has(key.slice(0, key.indexOf('|')))) this.remove(key);
    }
  }

  private remove(key: string): void {
    const rows = this.entries.get(key);
    if (!rows) return;
    this.entries.delete(key);
    this.held -= weight(rows);
  }
}

/** An answer that holds nothing takes room, too. */
function weight(rows: readonly FactRow[]): number {
  return rows.length + 1;
}
