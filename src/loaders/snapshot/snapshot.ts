import type { Statements } from '../../database/statements.ts';
import type { Register } from '../../register/register.ts';
import type { Tree } from '../../tree/tree.ts';
import type { AdministrativeUnits } from './administrative-units.ts';
import type { Catalogue } from './catalogue.ts';
import type { FactCache } from './fact-cache.ts';
import type { FactRow, FactsWanted } from './facts.ts';
import type { Publishers } from './publishers.ts';
import { factsKey, readFacts } from './facts.ts';

let made = 0;

/** What one request answers from: the tree, the catalogue and the facts as one moment saw them. */
export class Snapshot {
  /** Another one for each state of the data in this process: what was answered from the same is still true. */
  readonly version: number = (made += 1);

  constructor(
    readonly tree: Tree,
    readonly catalogue: Catalogue,
    readonly administrativeUnits: AdministrativeUnits,
    readonly register: Register,
    readonly publishers: Publishers,
    private readonly factCache: FactCache,
    private readonly statements: Statements,
  ) {}

  /** The facts of a question, if they are in memory. */
  factsInMemory(wanted: FactsWanted): readonly FactRow[] | undefined {
    return this.factCache.get(factsKey(wanted));
  }

  /** The facts of several questions: what is not in memory comes in one statement. */
  async facts(wanted: readonly FactsWanted[]): Promise<(readonly FactRow[])[]> {
    const missing = new Map<string, FactsWanted>();
    for (const each of wanted) {
      const key = factsKey(each);
      if (!this.factCache.get(key)) missing.set(key, each);
    }
    const read = new Map<string, readonly FactRow[]>();
    if (missing.size > 0) {
      const ticket = this.factCache.ticket();
      const answers = await readFacts(this.statements, [...missing.values()]);
      [...missing.keys()].forEach((key, at) => {
        const rows = answers[at] ?? [];
        read.set(key, rows);
        this.factCache.set(key, rows, ticket);
      });
    }
    return wanted.map((each) => read.get(factsKey(each)) ?? this.factCache.get(factsKey(each)) ?? []);
  }
}
