import type { Cell } from '../answer/cell.ts';
import type { ListRow } from '../answer/facts.ts';
import { fieldLabel } from '../language/field-labels.ts';
import type { Language } from '../language/language.ts';
import { ColumnSet, leafColumn } from './columns.ts';
import type { Table } from './model.ts';

/** The rows of one list as they lie in the answer, with the columns of what is around them first. */
export function listTable(rows: readonly ListRow[], list: string, truncated: boolean, language: Language): Table {
  const set = new ColumnSet();
  const loose = rows.map((row, index) => {
    const cells = new Map<string, Cell>();
    for (const leaf of row.leaves) cells.set(set.add(leafColumn(leaf, leaf.id, groupOf(leaf.group, row.name, language), language)), leaf.cell);
    return { id: String(index), depth: 0, cells };
  });
  return { id: list, title: fieldLabel(rows[0]?.name ?? list, language), shape: 'list', ...set.layOut(loose), truncated };
}

function groupOf(group: string | null, own: string, language: Language): string | null {
  return group === null || group === own ? null : fieldLabel(group, language);
}
