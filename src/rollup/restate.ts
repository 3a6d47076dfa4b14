import { Homes } from '../tree/homes.ts';
import type { Unit } from '../tree/unit.ts';
import type { Figure } from './figure.ts';
import { Figures } from './best.ts';
import { addCoverage, amountOf, joinAsOf, MISSING_UNIT, NOTHING_EXPECTED } from './figure.ts';
import type { Window } from './window.ts';

/** A unit of its own time, over the part of the period in which it hung there. */
export interface Piece {
  readonly unit: Unit;
  readonly window: Window;
}

interface Gathered {
  /** The units of their own time that lie wholly within the unit, and make up its figure. */
  readonly pieces: Piece[];
  /** Units that lie within it in part only, and whose own report cannot be split: named, not apportioned. */
  readonly unsplit: Piece[];
}

/**
 * The figures of one question, restated onto the tree of another day.
 *
 * The figures themselves stay what they were, each on the tree of its own time. A unit of that time goes
 * wholly into the unit of the other day's tree that holds all of it; one that lies in several is taken
 * apart into what hung below it, down to the cells. So a total over everything, or over any set of units
 * that gave and took nothing across its border, is the same either way.
 *
 * A unit may be on both trees. Which one is meant is told by the unit that is asked for: `restated(unit)`
 * is the unit as the other day's tree has it.
 */
export class RestatedFigures extends Figures {
  private readonly gathered = new Map<number, Gathered>();
  private readonly homes: Homes;

  constructor(treeOn: number, ...of: ConstructorParameters<typeof Figures>) {
    super(...of);
    this.homes = Homes.on(this.tree, treeOn);
  }

  override parts(unit: Unit, within: Window = this.window): Piece[] {
    return isRestated(unit) ? this.gather(unit).pieces : super.parts(unit, within);
  }

  override hasFacts(unit: Unit): boolean {
    return isRestated(unit)
      ? this.gather(unit).pieces.some((piece) => super.hasFacts(piece.unit))
      : super.hasFacts(unit);
  }

  /** Units whose reports hold something of the unit, and more: what they hold of it is not known. */
  unsplit(unit: Unit): readonly Piece[] {
    return isRestated(unit) ? this.gather(unit).unsplit : [];
  }

  protected override workOut(unit: Unit, window: Window): Figure {
    if (!isRestated(unit)) return super.workOut(unit, window);
    const { pieces } = this.gather(unit);
    const [first] = pieces;
    if (first && pieces.length === 1 && first.unit.id === unit.id) return this.figureOf(first);
    const given = pieces.map((piece) => this.figureOf(piece).given);
    const across = this.question.behaviour.overUnits === 'BORDER';
    const amount = across
      ? amountOf(this.counts?.together?.(pieces, window))
      : this.combine(given.flatMap((each) => each.amount ?? []));
    const coverage =
      pieces.length === 0 ? NOTHING_EXPECTED : addCoverage(pieces.map((piece) => this.coverageOf(piece)));
    const asOf = joinAsOf(given.map((each) => each.asOf));
    const from = amount ? 'BELOW' : 'NOWHERE';
    return {
      own: undefined,
      rolledUp: amount,
      best: amount,
      coverage,
      coverageBelow: coverage,
      asOf,
      given: { amount, from, coverage, asOf },
    };
  }

  private gather(unit: Unit): Gathered {
    const known = this.gathered.get(unit.index);
    if (known) return known;
    const wanted = this.tree.byId(unit.id) ?? this.tree.root;
    const gathered: Gathered = { pieces: [], unsplit: [] };
    this.gatherFrom({ unit: this.tree.root, window: this.window }, wanted, gathered);
    this.gathered.set(unit.index, gathered);
    return gathered;
  }

  /** From a unit of its own time downwards: what lies wholly within the wanted unit, and what only in part. */
  private gatherFrom(piece: Piece, wanted: Unit, gathered: Gathered): void {
    const home = this.homes.lowest(piece.unit);
    if (this.homes.isWithin(home, wanted)) {
      gathered.pieces.push(piece);
      return;
    }
    if (!this.homes.isWithin(wanted, home)) return;
    if (this.figureOf(piece).own) gathered.unsplit.push(piece);
    for (const part of super.parts(piece.unit, piece.window)) this.gatherFrom(part, wanted, gathered);
  }

  private figureOf({ unit, window }: Piece): Figure {
    return this.figureWithin(unit, window);
  }

  private coverageOf(piece: Piece) {
    return this.counts || super.hasFacts(piece.unit) ? this.figureOf(piece).given.coverage : MISSING_UNIT;
  }
}

/** A unit as the tree of another day has it, to ask restated figures for. */
export function restated(unit: Unit): Unit {
  return isRestated(unit) ? unit : { ...unit, index: -1 - unit.index };
}

function isRestated(unit: Unit): boolean {
  return unit.index < 0;
}
