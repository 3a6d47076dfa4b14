import type { ErrorCode } from '../../errors/catalogue.ts';

/** A cell as the file has it. A workbook and JSON tell numbers from texts, CSV does not. */
export type Cell = string | number | boolean | object | null;

/** What is wrong with a row, or with one property of it. */
export interface Fault {
  readonly code: ErrorCode;
  readonly property: string;
  /** What came, or what it is about. */
  readonly object: string;
}

export interface Row {
  /** As a spreadsheet numbers it: the headers are row 1. In JSON Lines the number of the line. */
  readonly number: number;
  /** In the order of the headers. */
  readonly cells: readonly Cell[];
  readonly faults?: readonly Fault[];
}

/** Rows that something is the matter with, which was told after them. */
export interface LateFault extends Fault {
  readonly from: number;
  readonly to: number;
}

/** A file read as a table: its headers, and its rows as they come. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<Row>;
  /** To be asked once all rows have come. */
  readonly late: () => readonly LateFault[];
}
