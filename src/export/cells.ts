import type { Column } from '../import/files/column.ts';
import { formatDay } from '../periods/day.ts';
import type { ExportCell } from './table.ts';

/** Headers of import files, so that what goes out can come in again. */
export function headersOf(columns: readonly Pick<Column, 'header'>[]): string[] {
  return columns.map(({ header }) => header);
}

/** A row in the order of the columns. */
export function rowOf(
  columns: readonly Pick<Column, 'name'>[],
  values: Readonly<Record<string, ExportCell | undefined>>,
): ExportCell[] {
  return columns.map(({ name }) => values[name] ?? null);
}

/** A day as people write it here: 30/09/2023. */
export function dayCell(day: number | null): string | null {
  if (day === null) return null;
  const [year, month, date] = formatDay(day).split('-');
  return `${date}/${month}/${year}`;
}

/** Dimensions as import files have them: FORM=REPRIMAND; SUBJECT=MEMBER. */
export function dimensionsCell(dimensions: Readonly<Record<string, string>>): string | null {
  const pairs = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length === 0 ? null : pairs.map(([name, value]) => `${name}=${value}`).join('; ');
}
