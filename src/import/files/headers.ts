import type { ErrorCode } from '../../errors/catalogue.ts';
import { searchForm } from '../../tree/search-form.ts';
import type { Column } from './column.ts';
import type { Fault } from './table.ts';

/** Which column each place of a row belongs to; undefined for a place that is left out. */
export interface Headers {
  readonly columns: readonly (Column | undefined)[];
  readonly faults: readonly Fault[];
}

/** A column of the platform’s own answers, in which the reasons stand: left out when it comes back. */
export const REASON_HEADER = 'Lý do từ chối';

/** A header as it is compared: without diacritics, capitals, marks, and without what stands in brackets. */
function headerForm(header: string): string {
  return searchForm(header.replace(/\([^)]*\)/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What the cells of a row stand under, and where one of another name belongs. */
export interface Names {
  readonly names: readonly string[];
  readonly placeOf: (name: string) => number | undefined;
}

/** The names that rows may have: those that the first has, and the columns that it leaves out. */
export function namesBeside(own: readonly string[], columns: readonly Column[]): Names {
  const { columns: found } = resolveHeaders(own, columns);
  const places = [...found, ...columns.filter((column) => !found.includes(column))];
  const names = places.map((column, at) => own[at] ?? column?.name ?? '');
  return {
    names,
    placeOf: (name) => {
      const [column] = resolveHeaders([name], columns).columns;
      return column && places.indexOf(column);
    },
  };
}

/** Finds the column of each header; an empty header above nothing is left out. */
export function resolveHeaders(headers: readonly string[], columns: readonly Column[]): Headers {
  const byForm = new Map(
    columns.flatMap((column) =>
      [column.name, column.header, ...(column.also ?? [])].map((name) => [headerForm(name), column] as const),
    ),
  );
  const faults: Fault[] = [];
  const seen = new Set<Column>();
  const found = headers.map((header) => {
    const form = headerForm(header);
    if (form === '' || form === headerForm(REASON_HEADER)) return undefined;
    const column = byForm.get(form);
    if (!column) faults.push(fault('HEADER_UNKNOWN', header));
    else if (seen.has(column)) faults.push(fault('HEADER_DUPLICATE', header, column.name));
    if (column) seen.add(column);
    return column;
  });
  const missing = columns.filter((column) => column.required === true && !seen.has(column));
  faults.push(...missing.map(({ header, name }) => fault('HEADER_MISSING', header, name)));
  return { columns: found, faults };
}

function fault(code: ErrorCode, object: string, property = ''): Fault {
  return { code, property, object: object.slice(0, 60) };
}
