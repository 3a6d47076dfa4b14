import type { Statements } from '../../database/statements.ts';
import type { AdministrativeUnits } from './administrative-units.ts';
import { readAdministrativeUnits } from './administrative-units.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';
import { FactCache } from './fact-cache.ts';
import type { JournalPage } from './journal.ts';
import { readJournal } from './journal.ts';
import type { Publishers } from './publishers.ts';
import { NO_PUBLISHERS, readPublishers } from './publishers.ts';
import { readTree, rereadTree } from './read-tree.ts';
import { Snapshot } from './snapshot.ts';
import { COUNTS_OF_PEOPLE } from '../../register/indicators.ts';
import { readRegister, rereadCells, rereadMoves } from '../../register/read.ts';
import { Register } from '../../register/register.ts';
import type { Tree } from '../../tree/tree.ts';

interface Held {
  readonly mark: string;
  readonly tree: Tree;
  readonly catalogue: Catalogue;
  readonly administrativeUnits: AdministrativeUnits;
  readonly register: Register;
  readonly publishers: Publishers;
  readonly factCache: FactCache;
  readonly snapshot: Snapshot;
}

/**
 * Keeps what is held in memory true. Before each answer one small statement asks the journal what
 * changed; only that is read again. Requests that come while one look is under way share the next.
 */
export class SnapshotStore {
  private held: Held | undefined;
  private running: Promise<Snapshot> | undefined;
  private next: Promise<Snapshot> | undefined;

  constructor(private readonly statements: Statements) {}

  /**
   * The state of the database at a moment after this call.
   * @throws CodedError DATABASE_UNAVAILABLE
   */
  current(): Promise<Snapshot> {
    if (!this.running) return this.look();
    this.next ??= this.running.then(
      () => this.look(),
      () => this.look(),
    );
    return this.next;
  }

  private look(): Promise<Snapshot> {
    this.next = undefined;
    const looking = this.refresh().finally(() => {
      if (this.running === looking) this.running = undefined;
    });
    this.running = looking;
    return looking;
  }

  private async refresh(): Promise<Snapshot> {
    const page = await readJournal(this.statements, this.held?.mark);
    if (!this.held || page.changes.length > 0) this.held = await this.reread(page);
    else if (this.held.mark !== page.mark) this.held = { ...this.held, mark: page.mark };
    return this.held.snapshot;
  }

  /** The mark was taken before the rows are read: what changes in between is read once more next time. */
  private async reread(page: JournalPage): Promise<Held> {
    const { held, statements } = this;
    const topics = new Set(page.changes.map((change) => change.topic));
    const [tree, catalogue, administrativeUnits] = await Promise.all([
      this.treeNow(page, topics),
      held && !topics.has('CATALOGUE') ? held.catalogue : readCatalogue(statements),
      held && !topics.has('ADMINISTRATIVE_UNIT') ? held.administrativeUnits : readAdministrativeUnits(statements),
    ]);
    const register = await this.registerOn(tree, held, page);
    const publishers = await this.publishersBeside(register, held, page);
    const factCache = held?.factCache ?? new FactCache();
    factCache.forget(changedIndicators(page));
    const snapshot = new Snapshot(tree, catalogue, administrativeUnits, register, publishers, factCache, statements);
    return { mark: page.mark, tree, catalogue, administrativeUnits, register, publishers, factCache, snapshot };
  }

  private async treeNow(page: JournalPage, topics: ReadonlySet<string>): Promise<Tree> {
    if (!this.held) return readTree(this.statements);
    const isTouched = topics.has('ORGANIZATION') || topics.has('SUCCESSION');
    return isTouched ? rereadTree(this.held.tree, this.statements, page) : this.held.tree;
  }

  /** Where nobody is registered, nothing is counted, and it matters to nobody what was published. */
  private async publishersBeside(register: Register, held: Held | undefined, page: JournalPage): Promise<Publishers> {
    if (register.isEmpty) return NO_PUBLISHERS;
    const stillHolds = held && held.publishers !== NO_PUBLISHERS && !tellsOfPeople(changedIndicators(page));
    return stillHolds ? held.publishers : readPublishers(this.statements);
  }

  private async registerOn(tree: Tree, held: Held | undefined, page: JournalPage): Promise<Register> {
    if (!held) return readRegister(Register.empty(tree), this.statements);
    const register = held.tree === tree ? held.register : held.register.onTree(tree);
    const cells = changedCells(page);
    if (cells === 'ALL') return readRegister(Register.empty(tree), this.statements);
    if (cells.length === 0) return register;
    return rereadMoves(await rereadCells(register, this.statements, cells), this.statements, cells);
  }
}

/** The cells whose rows changed; ALL where they are too many to name. */
function changedCells(page: JournalPage): readonly number[] | 'ALL' {
  const cells = new Set<number>();
  for (const { topic, key } of page.changes) {
    if (topic !== 'REGISTER') continue;
    if (key === null) return 'ALL';
    for (const id of key.split(',')) cells.add(Number(id));
  }
  return [...cells];
}

function tellsOfPeople(changed: ReadonlySet<string> | 'ALL'): boolean {
  return changed === 'ALL' || COUNTS_OF_PEOPLE.some((indicator) => changed.has(indicator));
}

function changedIndicators(page: JournalPage): ReadonlySet<string> | 'ALL' {
  const changed = new Set<string>();
  for (const { topic, key } of page.changes) {
    if (topic !== 'OBSERVATION') continue;
    if (key === null) return 'ALL';
    changed.add(key);
  }
  return changed;
}
