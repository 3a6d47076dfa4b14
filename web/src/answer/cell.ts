/** How exact a figure is. A bound is never shown as if it were exact. */
export type Qualifier = 'EXACT' | 'AT_LEAST' | 'GREATER_THAN';

/** Why a figure looks as it does. INCOMPLETE has a value that not all units answered for. */
export type FigureState = 'COMPLETE' | 'INCOMPLETE' | 'MISSING' | 'NOT_APPLICABLE' | 'SUPPRESSED';

/** What a unit of the tree is known by in an answer; code is null where it was not asked. */
export interface UnitName {
  readonly code: string | null;
  readonly name: string;
}

/** Whose figure it is, so that a click can ask on. */
export interface FigureAddress {
  readonly unit: UnitName;
  readonly indicator: string;
  readonly period: string;
}

export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
}

export interface UnitCell extends UnitName {
  readonly kind: 'unit';
}

/** A number that is not a measured figure: a target, a count of units. Null is shown as missing. */
export interface NumberCell {
  readonly kind: 'number';
  readonly value: number | null;
  readonly percent: boolean;
}

/** A measured figure with its bound, its state, and how many of the expected units answered. */
export interface FigureCell {
  readonly kind: 'figure';
  readonly value: number | null;
  readonly percent: boolean;
  readonly qualifier: Qualifier;
  readonly state: FigureState;
  readonly answered: number | null;
  readonly expected: number | null;
  readonly address: FigureAddress | null;
}

/** Nothing was asked here: shown as an empty place, and never as a missing figure. */
export interface EmptyCell {
  readonly kind: 'empty';
}

export type Cell = TextCell | UnitCell | NumberCell | FigureCell | EmptyCell;

export const EMPTY: EmptyCell = { kind: 'empty' };

/** The number that a cell sorts and charts by; null where it has none. */
export function numberIn(cell: Cell | undefined): number | null {
  return cell?.kind === 'number' || cell?.kind === 'figure' ? cell.value : null;
}
