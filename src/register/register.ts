import type { Dimensions } from '../facts/indicators/indicator.ts';
import { dimensionsKey } from '../facts/indicators/indicator.ts';
import { MEMBER_EVENT_KINDS } from '../facts/members/member.ts';
import type { Day } from '../periods/day.ts';
import { civil, dayOf, NO_END } from '../periods/day.ts';
import type { Tree } from '../tree/tree.ts';
import type { Block, CellRows } from './block.ts';
import { BLOCK_CELLS, EMPTY_BLOCK, packBlock, unpackBlock } from './block.ts';
import { Columns } from './columns.ts';
import type { Counter, RowFilter } from './counters.ts';
import { eventCounter, memberCounter } from './counters.ts';
import { Details } from './details.ts';
import { ageKey, FIRST_DAY, packDay, unpackDay } from './encoding.ts';
import type { CountedByRows, RowQuestion } from './indicators.ts';
import { rowQuestion } from './indicators.ts';
import type { Move } from './moves.ts';
import { Moves } from './moves.ts';
import { CellOrder } from './order.ts';
import { Profiles } from './profiles.ts';
import { Territory } from './territory.ts';

/** What states of a register share: the numbers of attributes and details, and the columns kept ready. */
interface Shared {
  readonly profiles: Profiles;
  readonly details: Details;
  readonly columns: Columns;
}

/** The register as one moment saw it. Never changed: rows or a tree that changed make a new one. */
export class Register {
  readonly territory: Territory;
  private knownEventsFrom: Day | undefined;

  private constructor(
    private readonly tree: Tree,
    readonly order: CellOrder,
    readonly blocks: readonly Block[],
    readonly shared: Shared,
    readonly moves: Moves,
    territory?: Territory,
  ) {
    this.territory = territory ?? new Territory(tree, order);
  }

  /** A register without any rows. */
  static empty(tree: Tree): Register {
    const shared = { profiles: new Profiles(), details: new Details(), columns: new Columns() };
    const order = CellOrder.of(tree);
    return new Register(tree, order, blocksFor(order), shared, Moves.none(tree, order));
  }

  /** Whether it holds any row at all; without one nothing is counted. */
  get isEmpty(): boolean {
    return this.blocks.every((block) => block.from.length === 0);
  }

  /** The same rows on a changed tree. */
  onTree(tree: Tree): Register {
    const order = this.order.extendedTo(tree);
    const blocks = blocksFor(order, this.blocks);
    return new Register(tree, order, blocks, this.shared, this.moves.onTree(tree, order));
  }

  /** With the rows of some cells, by organisation id, in place of those that they had. */
  withCells(rows: ReadonlyMap<number, CellRows>): Register {
    const byBlock = new Map<number, Map<number, CellRows>>();
    for (const [id, cellRows] of rows) {
      const position = this.order.positionOf(id);
      if (position === undefined) continue;
      const block = Math.floor(position / BLOCK_CELLS);
      const cells = byBlock.get(block) ?? new Map<number, CellRows>();
      byBlock.set(block, cells.set(position % BLOCK_CELLS, cellRows));
    }
    const blocks = [...this.blocks];
    for (const [at, changed] of byBlock) {
      const cells = unpackBlock(blocks[at] ?? EMPTY_BLOCK);
      blocks[at] = packBlock(cells.map((cell, offset) => changed.get(offset) ?? cell));
    }
    return new Register(this.tree, this.order, blocks, this.shared, this.moves, this.territory);
  }

  /** With the moves that touch some cells, by organisation id, in place of those that did. */
  withMoves(cells: readonly number[] | 'ALL', read: readonly Move[]): Register {
    const moves = this.moves.with(cells, read);
    return new Register(this.tree, this.order, this.blocks, this.shared, moves, this.territory);
  }

  /** Counts rows in intervals of positions. */
  count(intervals: Int32Array, counter: Counter): number {
    let sum = 0;
    for (let at = 0; at < intervals.length; at += 2) {
      sum += this.shared.columns.count(this.blocks, counter, intervals[at] ?? 0, intervals[at + 1] ?? 0);
    }
    return sum;
  }

  /** The last day on which a member came into a cell; FIRST_DAY where none ever did. */
  get lastEntry(): Day {
    let last = 0;
    for (const { sortedFrom } of this.blocks) last = Math.max(last, sortedFrom.at(-1) ?? 0);
    return last === 0 ? FIRST_DAY : unpackDay(last);
  }

  /**
   * From which day on it tells what happened: the first of the year of its first event. Members may have been in it
   * long before; that none of them was admitted or left in a year of which it has no event at all, it does not say.
   */
  get eventsFrom(): Day {
    return (this.knownEventsFrom ??= firstOfYear(this.blocks));
  }

  /** Whether a cell holds any row of its own, past or present. */
  isRegistered(position: number): boolean {
    const block = this.blocks[Math.floor(position / BLOCK_CELLS)];
    const cell = position % BLOCK_CELLS;
    return block !== undefined && (block.starts[cell + 1] ?? 0) > (block.starts[cell] ?? 0);
  }

  /** What counts for a question, on its day or over its span, half-open; undefined where the register cannot tell. */
  counterFor(by: CountedByRows, dimensions: Dimensions, from: Day, to: Day): Counter | undefined {
    const question = rowQuestion(dimensions, by.from === 'EVENTS' ? by.detail : undefined);
    if (!question) return undefined;
    const filter = this.filterOf(question, to - 1);
    const name = dimensionsKey(dimensions);
    if (by.from === 'MEMBERS')
      return memberCounter(`${by.standing}|${to}|${name}`, by.standing, packDay(to - 1), filter);
    const details = question.detail === undefined ? undefined : [this.shared.details.find(question.detail) ?? 255];
    const kind = MEMBER_EVENT_KINDS.indexOf(by.kind);
    return eventCounter(`${by.kind}|${from}|${to}|${name}`, kind, details, packDay(from), packDay(to), filter);
  }

  private filterOf({ profile, age }: RowQuestion, day: Day): RowFilter | undefined {
    if (profile.size === 0 && !age) return undefined;
    return { profiles: profile.size === 0 ? undefined : this.shared.profiles.mask(profile), age, ageDay: ageKey(day) };
  }
}

function blocksFor(order: CellOrder, known: readonly Block[] = []): Block[] {
  const count = Math.ceil(order.ids.length / BLOCK_CELLS);
  return Array.from({ length: count }, (_, at) => known[at] ?? EMPTY_BLOCK);
}

function firstOfYear(blocks: readonly Block[]): Day {
  const first = blocks.reduce((least, { firstEvent }) => Math.min(least, firstEvent), 0xffff);
  return first === 0xffff ? NO_END : dayOf(civil(unpackDay(first)).year, 1, 1);
}
