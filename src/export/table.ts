/** A cell that goes out: null where there is nothing. */
export type ExportCell = string | number | null;

/** A table that goes out, page by page: however long it is, one page of it is in memory. */
export interface ExportTable {
  /** Of the sheet, in Vietnamese. */
  readonly title: string;
  readonly headers: readonly string[];
  readonly pages: AsyncIterable<readonly (readonly ExportCell[])[]>;
}

/** The forms in which a table can go out. */
export const EXPORT_FORMS = ['csv', 'xlsx'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];
