import type { Unit } from '../tree/unit.ts';
import type { Amount } from './amount.ts';
import { sumAmounts } from './amount.ts';
import type { Figures } from './best.ts';
import type { Fact } from './fact.ts';
import { negative } from './figure.ts';
import type { OwnReport } from './own.ts';
import type { Window } from './window.ts';

/** A unit and the figure of its own that goes into another: as it reported it, or as the register counts it. */
export interface Contributing {
  readonly unit: Unit;
  readonly amount: Amount;
  /** The report; undefined for what is counted. */
  readonly fact: Fact | undefined;
}

/** What adds up to a unit's best figure, in the order of the tree. */
export function* contributionsTo(figures: Figures, unit: Unit): Generator<Contributing> {
  const { own } = figures.figure(unit);
  if (own) yield* reported(unit, own);
  else yield* contributionsBelow(figures, unit, figures.window);
}

/** What adds up to what a unit gives to the one above it, in a part of the period. */
export function* contributionsGiven(figures: Figures, unit: Unit, window: Window): Generator<Contributing> {
  const { given, own } = figures.figureWithin(unit, window);
  if (given.from === 'OWN' && own) yield* reported(unit, own);
  if (given.from === 'BELOW') yield* contributionsBelow(figures, unit, window);
}

function* reported(unit: Unit, own: OwnReport): Generator<Contributing> {
  if (own.amount.hidden !== undefined) return;
  for (const fact of own.facts) yield { unit, amount: fact, fact };
}

function* contributionsBelow(figures: Figures, unit: Unit, window: Window): Generator<Contributing> {
  const { rolledUp } = figures.figureWithin(unit, window);
  if (!rolledUp || rolledUp.hidden !== undefined) return;
  const parts = figures.parts(unit, window);
  if (parts.some((part) => isHidden(figures, part))) {
    yield* withRest(figures, unit, window, rolledUp);
    return;
  }
  if (figures.counts && !figures.hasFacts(unit) && !addUp(figures, parts, rolledUp)) {
    yield { unit, amount: rolledUp, fact: undefined };
    return;
  }
  for (const part of parts) yield* contributionsOfPart(figures, part);
}

type Part = ReturnType<Figures['parts']>[number];

function* contributionsOfPart(figures: Figures, { unit, window }: Part): Generator<Contributing> {
  if (figures.hasFacts(unit)) yield* contributionsGiven(figures, unit, window);
  else if (figures.counts) yield* counted(figures, unit, window);
}

function isHidden(figures: Figures, { unit, window }: Part): boolean {
  return figures.figureWithin(unit, window).given.amount?.hidden !== undefined;
}

/** What parts of a unit are withheld goes in together, as the unit's own: so much follows from what is shown. */
function* withRest(figures: Figures, unit: Unit, window: Window, whole: Amount): Generator<Contributing> {
  const shown = figures.parts(unit, window).filter((part) => !isHidden(figures, part));
  for (const part of shown) yield* contributionsOfPart(figures, part);
  const given = shown.flatMap((part) => figures.figureWithin(part.unit, part.window).given.amount ?? []);
  const rest = sumAmounts([whole, ...given.flatMap((amount) => negative(amount) ?? [])]);
  if (rest) yield { unit, amount: rest, fact: undefined };
}

function* counted(figures: Figures, unit: Unit, window: Window): Generator<Contributing> {
  const { rolledUp } = figures.figureWithin(unit, window);
  if (rolledUp && rolledUp.hidden === undefined) yield { unit, amount: rolledUp, fact: undefined };
}

/** A cell has no parts, and moves within a unit are moves of its parts alone: then the unit's own count stands. */
function addUp(figures: Figures, parts: readonly { unit: Unit; window: Window }[], whole: Amount): boolean {
  const amounts = parts.flatMap((part) => figures.figureWithin(part.unit, part.window).rolledUp ?? []);
  return sumAmounts(amounts)?.value === whole.value;
}
