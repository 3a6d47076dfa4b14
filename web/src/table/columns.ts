import { EMPTY } from '../answer/cell.ts';
import type { Cell } from '../answer/cell.ts';
import type { Leaf } from '../answer/leaves.ts';
import { fieldLabel } from '../language/field-labels.ts';
import type { Language } from '../language/language.ts';
import type { Column, ColumnKind, Meaning, Row } from './model.ts';

/** A row before its table knows all its columns: cells by the id of their column. */
export interface LooseRow {
  readonly id: string;
  readonly depth: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Gathers columns in the order in which rows first bring them, and then lays the rows out along them. */
export class ColumnSet {
  readonly #columns = new Map<string, Column>();

  /** Adds a column, unless one of that id is there; a column of nothing takes the kind of the first cell that has something. */
  add(column: Column): string {
    const before = this.#columns.get(column.id);
    if (before === undefined || (before.kind === 'text' && column.kind !== 'text'))
      this.#columns.set(column.id, column);
    return column.id;
  }

  /** All columns that hold something in some row, and the rows along them. */
  layOut(loose: readonly LooseRow[]): { columns: Column[]; rows: Row[] } {
    const columns = [...this.#columns.values()].filter((column) =>
      loose.some((row) => holdsSomething(column, row.cells.get(column.id) ?? EMPTY)),
    );
    const rows = loose.map((row) => ({
      id: row.id,
      depth: row.depth,
      cells: columns.map((column) => row.cells.get(column.id) ?? EMPTY),
    }));
    return { columns, rows };
  }
}

/** A figure that is missing is something, and so is any other null that was asked for; but where nobody has a target there is nothing to show of it. */
function holdsSomething(column: Column, cell: Cell): boolean {
  const aboutTarget = column.meaning === 'target' || column.meaning === 'achievement';
  return cell.kind !== 'empty' && !(aboutTarget && cell.kind === 'number' && cell.value === null);
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  target: 'target',
  achievement: 'achievement',
  value: 'value',
  period: 'period',
  indicator: 'indicator',
};

/** The column of a leaf, under the given group. */
export function leafColumn(leaf: Leaf, id: string, group: string | null, language: Language): Column {
  const meaning = leaf.id.startsWith('dimension:')
    ? 'dimension'
    : leaf.cell.kind === 'unit'
      ? 'unit'
      : (MEANINGS[leaf.name] ?? null);
  const label = leaf.label ?? fieldLabel(leaf.name, language);
  return {
    id,
    group,
    label: leaf.id.startsWith('dimension:') ? fieldLabel(label.toLowerCase(), language) : label,
    kind: kindOf(leaf.cell),
    meaning,
  };
}

function kindOf(cell: Cell): ColumnKind {
  return cell.kind === 'empty' ? 'text' : cell.kind;
}
