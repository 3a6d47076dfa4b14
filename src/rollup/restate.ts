import type { Homes } from '../tree/homes.ts';
import type { Unit } from '../tree/unit.ts';
import type { Figure, Figures } from './best.ts';
import { addCoverage, joinAsOf, MISSING_UNIT, NOTHING_EXPECTED } from './best.ts';
import type { Window } from './window.ts';

/** A unit of its own time, over the part of the period in which it hung there, that goes into a restated figure. */
export interface Piece {
  readonly unit: Unit;
  readonly window: Window;
}

/** A figure restated onto the tree of another day. */
export interface RestatedFigure extends Figure {
  /** The units of their own time that lie wholly within the unit, and make up its figure. */
  readonly pieces: readonly Piece[];
  /** Units that lie within it in part only, and whose own report cannot be split: named, not apportioned. */
  readonly unsplit: readonly Piece[];
}

/**
 * The figures of one question, restated onto the tree of another day.
 *
 * The figures themselves stay what they were, each on the tree of its own time. A unit of that time goes
 * wholly into the unit of the other day's tree that holds all of it; one that lies in several is taken
 * apart into what hung below it, down to the cells. So a total over everything, or over any set of units
 * that gave and took nothing across its border, is the same either way.
 */
export class RestatedFigures {
  private readonly known = new Map<number, RestatedFigure>();

  constructor(
    readonly figures: Figures,
    private readonly homes: Homes,
  ) {}

  figure(unit: Unit): RestatedFigure {
    const known = this.known.get(unit.index);
    if (known) return known;
    const figure = this.workOut(unit);
    this.known.set(unit.index, figure);
    return figure;
  }

  private workOut(unit: Unit): RestatedFigure {
    const pieces: Piece[] = [];
    const unsplit: Piece[] = [];
    this.gather({ unit: this.figures.tree.root, window: this.figures.window }, unit, pieces, unsplit);
    const [first] = pieces;
    if (first && pieces.length === 1 && first.unit === unit) return { ...this.figureOf(first), pieces, unsplit };
    const given = pieces.map((piece) => this.figureOf(piece).given);
    const amount = this.figures.combine(given.flatMap((each) => each.amount ?? []));
    const coverage = pieces.length === 0 ? NOTHING_EXPECTED : addCoverage(pieces.map((piece) => this.coverageOf(piece)));
    const asOf = joinAsOf(given.map((each) => each.asOf));
    const from = amount ? 'BELOW' : 'NOWHERE';
    return { own: undefined, rolledUp: amount, best: amount, coverage, coverageBelow: coverage, asOf, given: { amount, from, coverage, asOf }, pieces, unsplit };
  }

  /** From a unit of its own time downwards: what lies wholly within the wanted unit, and what only in part. */
  private gather(piece: Piece, wanted: Unit, pieces: Piece[], unsplit: Piece[]): void {
    const home = this.homes.lowest(piece.unit);
    if (this.homes.isWithin(home, wanted)) {
      pieces.push(piece);
      return;
    }
    if (!this.homes.isWithin(wanted, home)) return;
    if (this.figureOf(piece).own) unsplit.push(piece);
    for (const part of this.figures.parts(piece.unit, piece.window)) this.gather(part, wanted, pieces, unsplit);
  }

  private figureOf({ unit, window }: Piece): Figure {
    return this.figures.figureWithin(unit, window);
  }

  private coverageOf(piece: Piece) {
    return this.figures.counts || this.figures.hasFacts(piece.unit) ? this.figureOf(piece).given.coverage : MISSING_UNIT;
  }
}
