import type { Lsn } from '../../database/replicas/lsn.ts';
import { laterOf, NO_LSN, parseLsn } from '../../database/replicas/lsn.ts';
import type { Statements } from '../../database/statements.ts';
import type { AdministrativeUnits } from './administrative-units.ts';
import { readAdministrativeUnits } from './administrative-units.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';
import { FactCache } from './fact-cache.ts';
import type { JournalPage, Mark } from './journal.ts';
import { readJournal } from './journal.ts';
import type { Publishers } from './publishers.ts';
import { NO_PUBLISHERS, readPublishers } from './publishers.ts';
import type { RollupLag } from './lag.ts';
import { readLag } from './lag.ts';
import { readTree, rereadTree } from './read-tree.ts';
import { Snapshot } from './snapshot.ts';
import { COUNTS_OF_PEOPLE } from '../../register/indicators.ts';
import { readRegister, rereadCells, rereadMoves } from '../../register/read.ts';
import { Register } from '../../register/register.ts';
import type { Tree } from '../../tree/tree.ts';

interface Held {
  readonly mark: Mark;
  readonly tree: Tree;
  readonly catalogue: Catalogue;
  readonly administrativeUnits: AdministrativeUnits;
  readonly register: Register;
  readonly publishers: Publishers;
  readonly factCache: FactCache;
  readonly snapshot: Snapshot;
}

/** What a look at the database must not miss. */
export interface Demand {
  /** What the one who asks has seen already. */
  readonly seen?: Lsn;
  /** Whether it has to be the primary: for what writes, and for what comes after it. */
  readonly fromPrimary?: boolean;
}

/**
 * Keeps what is held in memory true. Before each answer one small statement asks the journal what
 * changed; only that is read again. Requests that come while one look is under way share the next.
 */
export class SnapshotStore {
  private held: Held | undefined;
  private lookedAt = 0;
  private running: Promise<Snapshot> | undefined;
  private next: Promise<Snapshot> | undefined;
  private demanded: Demand = {};
  /** Of all that is in memory, nothing is newer. */
  private floor: Lsn = NO_LSN;

  constructor(private readonly statements: Statements) {}

  /** What has been seen here: whoever asks elsewhere next must not see less. */
  get seen(): Lsn {
    return this.floor;
  }

  /**
   * The state of the database at a moment after this call.
   * @throws CodedError DATABASE_UNAVAILABLE
   */
  current(demand: Demand = {}): Promise<Snapshot> {
    this.demanded = bothOf(this.demanded, demand);
    if (!this.running) return this.look();
    this.next ??= this.running.then(
      () => this.look(),
      () => this.look(),
    );
    return this.next;
  }

  /** How far the memory is behind the database at this moment, since nobody asked. */
  async lag(): Promise<RollupLag> {
    if (!this.held) return { pending: -1, seconds: 0 };
    return readLag(this.statements, this.held.mark, this.lookedAt);
  }

  private look(): Promise<Snapshot> {
    this.next = undefined;
    const demand = this.demanded;
    this.demanded = {};
    const looking = this.refresh(demand).finally(() => {
      if (this.running === looking) this.running = undefined;
    });
    this.running = looking;
    return looking;
  }

  private async refresh({ seen = NO_LSN, fromPrimary = false }: Demand): Promise<Snapshot> {
    const began = performance.now();
    const floor = laterOf(this.floor, seen);
    const page = await readJournal(
      fromPrimary ? this.statements.onPrimary : this.statements.atLeast(floor),
      this.held?.mark,
    );
    const at = parseLsn(page.at) ?? NO_LSN;
    if (page.isPruned) this.held = undefined;
    const changed = !this.held || page.changes.length > 0;
    if (changed) this.held = await this.reread(page, this.statements.atLeast(laterOf(floor, at)));
    else if (this.held) this.held = { ...this.held, mark: page.mark };
    // Where nothing changed, what is in memory is as old as before: a replica that was read from may be again.
    this.floor = changed || fromPrimary ? laterOf(floor, at) : floor;
    this.lookedAt = began;
    return this.snapshotHeld();
  }

  private snapshotHeld(): Snapshot {
    if (!this.held) throw new Error('nothing was read yet');
    return this.held.snapshot;
  }

  /** The mark was taken before the rows are read: what changes in between is read once more next time. */
  private async reread(page: JournalPage, statements: Statements): Promise<Held> {
    const { held } = this;
    const topics = new Set(page.changes.map((change) => change.topic));
    const [tree, catalogue, administrativeUnits] = await Promise.all([
      treeNow(held, page, topics, statements),
      held && !topics.has('CATALOGUE') ? held.catalogue : readCatalogue(statements),
      held && !topics.has('ADMINISTRATIVE_UNIT') ? held.administrativeUnits : readAdministrativeUnits(statements),
    ]);
    const register = await registerOn(tree, held, page, statements);
    const publishers = await publishersBeside(register, held, page, statements);
    const factCache = held?.factCache ?? new FactCache();
    factCache.forget(changedIndicators(page));
    const snapshot = new Snapshot(tree, catalogue, administrativeUnits, register, publishers, factCache, statements);
    return { mark: page.mark, tree, catalogue, administrativeUnits, register, publishers, factCache, snapshot };
  }
}

async function treeNow(
  held: Held | undefined,
  page: JournalPage,
  topics: ReadonlySet<string>,
  statements: Statements,
): Promise<Tree> {
  if (!held) return readTree(statements);
  const isTouched = topics.has('ORGANIZATION') || topics.has('SUCCESSION');
  return isTouched ? rereadTree(held.tree, statements, page) : held.tree;
}

/** Where nobody is registered, nothing is counted, and it matters to nobody what was published. */
async function publishersBeside(
  register: Register,
  held: Held | undefined,
  page: JournalPage,
  statements: Statements,
): Promise<Publishers> {
  if (register.isEmpty) return NO_PUBLISHERS;
  const stillHolds = held && held.publishers !== NO_PUBLISHERS && !tellsOfPeople(changedIndicators(page));
  return stillHolds ? held.publishers : readPublishers(statements);
}

async function registerOn(
  tree: Tree,
  held: Held | undefined,
  page: JournalPage,
  statements: Statements,
): Promise<Register> {
  if (!held) return readRegister(Register.empty(tree), statements);
  const register = held.tree === tree ? held.register : held.register.onTree(tree);
  const cells = changedCells(page);
  if (cells === 'ALL') return readRegister(Register.empty(tree), statements);
  if (cells.length === 0) return register;
  return rereadMoves(await rereadCells(register, statements, cells), statements, cells);
}

function bothOf(a: Demand, b: Demand): Demand {
  return {
    seen: laterOf(a.seen ?? NO_LSN, b.seen ?? NO_LSN),
    fromPrimary: a.fromPrimary === true || b.fromPrimary === true,
  };
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
