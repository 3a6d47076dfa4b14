import type { Cell } from '../answer/cell.ts';

/** What the rows of a table are, which decides how it is drawn. */
export type Shape = 'units' | 'figures' | 'series' | 'breakdown' | 'list';

/** What a column holds. `figure` columns hold measured values, `number` columns what stands beside them. */
export type ColumnKind = 'text' | 'unit' | 'number' | 'figure';

/** What a column means to the chart and to the filters; null where it means nothing to them. */
export type Meaning = 'unit' | 'indicator' | 'period' | 'value' | 'target' | 'achievement' | 'dimension' | null;

export interface Column {
  readonly id: string;
  /** What stands above the label and binds neighbours: the indicator of a figure and what was asked beside it. */
  readonly group: string | null;
  readonly label: string;
  readonly kind: ColumnKind;
  readonly meaning: Meaning;
}

export interface Row {
  readonly id: string;
  /** How many of the rows above it, one in the other, a unit lies below. */
  readonly depth: number;
  /** One cell for each column, in their order. */
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly id: string;
  readonly title: string;
  /** What all rows are of, where a column of it would say the same in each. */
  readonly caption: readonly Cell[];
  readonly shape: Shape;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** True where the answer says that more follows than it holds. */
  readonly truncated: boolean;
}
