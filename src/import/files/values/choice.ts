import { searchForm } from '../../../tree/search-form.ts';
import type { ColumnType } from '../column.ts';
import { textOf } from './text.ts';

/** One of a few values, by its code or by one of its names. The first name is the one that templates show. */
export function choice(names: Readonly<Record<string, readonly [string, ...string[]]>>): ColumnType {
  const values = new Map(
    Object.entries(names).flatMap(([value, words]) =>
      [value, ...words].map((word) => [searchForm(word), value] as const),
    ),
  );
  return {
    written: Object.values(names)
      .map(([word]) => word)
      .join(' | '),
    read: (cell) => {
      const text = textOf(cell);
      return text === null ? null : (values.get(searchForm(text)) ?? { code: 'VALUE_NOT_ALLOWED' });
    },
  };
}

/** A value of a dimension, by its code or by its name in either language. */
export function valueOf(dimension: string): ColumnType {
  return {
    written: `mã hoặc tên (${dimension})`,
    read: (cell, words) => {
      const text = textOf(cell);
      return text === null ? null : (words.value(dimension, text) ?? { code: 'VALUE_NOT_ALLOWED' });
    },
  };
}
