import type { ErrorCode } from '../../errors/catalogue.ts';
import type { Cell } from './table.ts';
import type { Words } from './words.ts';

/** A cell as it is staged; null where it is empty; or why it is none of what its column takes. */
export type Reading = string | null | { readonly code: ErrorCode };

/** What the cells of a column can be. */
export interface ColumnType {
  /** How it is written, in Vietnamese: stands in templates. */
  readonly written: string;
  read(cell: Cell, words: Words): Reading;
}

/** A column of a subject. */
export interface Column {
  /** Its name in JSON, in English headers, in reports; in the database with underscores. */
  readonly name: string;
  /** Its Vietnamese header. */
  readonly header: string;
  /** Other headers that mean it. */
  readonly also?: readonly string[];
  readonly type: ColumnType;
  readonly required?: boolean;
}

/** Its name in the database: fullName is full_name. */
export function staged({ name }: Pick<Column, 'name'>): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
