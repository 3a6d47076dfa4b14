import type { Cell } from '../answer/cell.ts';
import type { ListRow } from '../answer/facts.ts';
import type { Leaf } from '../answer/leaves.ts';
import { fieldLabel } from '../language/field-labels.ts';
import type { Language } from '../language/language.ts';
import { ColumnSet, leafColumn } from './columns.ts';
import { formatCell } from './format.ts';
import type { Table } from './model.ts';

/**
 * The rows of one list as they lie in the answer, with what is around them in the first columns. What is the same around
 * every row goes into the caption instead.
 */
export function listTable(rows: readonly ListRow[], list: string, truncated: boolean, language: Language): Table {
  const set = new ColumnSet();
  const same = sameAround(rows, language);
  const loose = rows.map((row, index) => {
    const cells = new Map<string, Cell>();
    for (const leaf of row.around.filter((one) => !same.has(one.id)))
      cells.set(set.add(leafColumn(leaf, leaf.id, null, language)), leaf.cell);
    for (const leaf of row.leaves)
      cells.set(set.add(leafColumn(leaf, leaf.id, groupOf(leaf.group, row.name, language), language)), leaf.cell);
    return { id: String(index), depth: 0, cells };
  });
  const caption = [...same.values()]
    .filter((leaf) => leaf.cell.kind === 'unit' || leaf.name === 'indicator')
    .map((leaf) => leaf.cell);
  return {
    id: list,
    title: fieldLabel(rows[0]?.name ?? list, language),
    caption,
    shape: 'list',
    ...set.layOut(loose),
    truncated,
  };
}

/** The leaves around the first row that all others have too. */
function sameAround(rows: readonly ListRow[], language: Language): ReadonlyMap<string, Leaf> {
  const [first, ...others] = rows;
  const text = (row: ListRow, id: string): string | null => {
    const leaf = row.around.find((one) => one.id === id);
    return leaf === undefined ? null : formatCell(leaf.cell, language);
  };
  const same = (first?.around ?? []).filter((leaf) =>
    others.every((row) => text(row, leaf.id) === formatCell(leaf.cell, language)),
  );
  return new Map(same.map((leaf) => [leaf.id, leaf]));
}

function groupOf(group: string | null, own: string, language: Language): string | null {
  return group === null || group === own ? null : fieldLabel(group, language);
}
