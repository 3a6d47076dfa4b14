import type { FigureCell } from '../answer/cell.ts';

/** One mark of a chart. A null value is drawn as a dash, never as nothing or zero. */
export interface Point {
  readonly value: number | null;
  readonly target: number | null;
  /** The figure behind the point, for its bound and state; null for a plain number. */
  readonly figure: FigureCell | null;
}

export interface Card extends Point {
  readonly label: string;
  /** The period as the schema writes it. */
  readonly detail: string;
  /** The unit's name where the cards are of several; else empty. */
  readonly unit: string;
  readonly percent: boolean;
}

/** A row of a bar chart; code is the unit that a click asks on, null where there is none. */
export interface Category {
  readonly name: string;
  readonly code: string | null;
}

export interface Line {
  readonly name: string;
  readonly points: readonly Point[];
}

/** A few figures of one unit, written large. */
export interface CardsChart {
  readonly kind: 'cards';
  readonly cards: readonly Card[];
}

/** One measure of many units, against its target where it has one. total counts the rows that the chart was cut from. */
export interface BarsChart {
  readonly kind: 'bars';
  readonly measure: string;
  readonly percent: boolean;
  readonly categories: readonly Category[];
  readonly points: readonly Point[];
  readonly total: number;
}

/** A line for each unit and indicator over the periods (`lines`), or a bar for each unit made of its parts (`stacked`). */
export interface LinesChart {
  readonly kind: 'lines' | 'stacked';
  readonly categories: readonly Category[];
  readonly lines: readonly Line[];
  readonly percent: boolean;
}

export type Chart = CardsChart | BarsChart | LinesChart;
