import type { Asked } from './asked.ts';
import { EMPTY } from './cell.ts';
import type { Cell, UnitName } from './cell.ts';
import { isData, isLeaf, itemsOf, textOf } from './data.ts';
import type { Data } from './data.ts';

/** One column's worth of an object. label stands for the name of the field where it has a name of its own; group is the field around it. */
export interface Leaf {
  readonly id: string;
  readonly name: string;
  readonly label: string | null;
  readonly group: string | null;
  readonly cell: Cell;
}

/** What a unit is called in an answer: its name, else its code, else its place in the answer. */
export function unitName(item: Data, field: Asked, place: string): UnitName {
  const code = textOf(item, field.fields, 'code');
  return { code, name: textOf(item, field.fields, 'name') ?? code ?? place };
}

/**
 * The columns of an object: its own leaves, those of the single objects in it, its sources joined, and each dimension
 * under its name. Lists of objects and figures are not columns. With `self` a unit's name and code become one cell.
 */
export function leavesOf(
  item: Data,
  fields: readonly Asked[],
  prefix: string,
  self: Asked | null = null,
): readonly Leaf[] {
  const isUnit = self?.role === 'unit' && fields.some((field) => field.name === 'name');
  const leaves: Leaf[] = [];
  if (isUnit)
    leaves.push({
      id: `${prefix}:unit`,
      name: self.name,
      label: null,
      group: null,
      cell: { kind: 'unit', ...unitName(item, self, '') },
    });
  for (const field of fields) {
    if (isUnit && field.name === 'name') continue;
    leaves.push(...leavesOfField(item, field, prefix, self?.name ?? null));
  }
  return leaves;
}

function leavesOfField(item: Data, field: Asked, prefix: string, around: string | null): readonly Leaf[] {
  const id = `${prefix}:${field.key}`;
  const value = item[field.key];
  if (field.name === '__typename' || value === undefined) return [];
  if (field.role === 'leaf')
    return [
      {
        id,
        name: field.name,
        label: field.key === field.name ? null : field.key,
        group: around,
        cell: leafCell(value, field),
      },
    ];
  if (field.role === 'dimension') return itemsOf(value, field).map((dimension) => dimensionLeaf(dimension, field));
  if (field.role === 'source')
    return [{ id, name: field.name, label: null, group: null, cell: { kind: 'text', text: sourceText(value, field) } }];
  if (field.list || field.role === 'figure') return [];
  if (field.role === 'unit') return singleUnit(value, field, id);
  return isData(value) ? leavesOf(value, field.fields, id, field) : [];
}

function singleUnit(value: unknown, field: Asked, id: string): readonly Leaf[] {
  if (!isData(value)) return [{ id, name: field.name, label: null, group: null, cell: EMPTY }];
  const others = field.fields.filter((part) => part.name !== 'name' && part.name !== 'code');
  return [
    { id, name: field.name, label: null, group: null, cell: { kind: 'unit', ...unitName(value, field, '') } },
    ...leavesOf(value, others, id),
  ];
}

function dimensionLeaf(dimension: Data, field: Asked): Leaf {
  const name = textOf(dimension, field.fields, 'name') ?? '';
  return {
    id: `dimension:${name}`,
    name,
    label: name,
    group: null,
    cell: { kind: 'text', text: textOf(dimension, field.fields, 'value') ?? '' },
  };
}

function sourceText(value: unknown, field: Asked): string {
  const title = (source: Data): string =>
    textOf(source, field.fields, 'title') ?? textOf(source, field.fields, 'id') ?? '';
  return itemsOf(value, field).map(title).join('; ');
}

/** Fields whose null is a figure that is not there, and not an empty remark. */
const MEASURED = new Set([
  'value',
  'target',
  'achievement',
  'numerator',
  'denominator',
  'reported',
  'rolledUp',
  'discrepancy',
  'rate',
]);

function leafCell(value: unknown, field: Asked): Cell {
  if (value === null) return MEASURED.has(field.name) ? { kind: 'number', value: null, percent: false } : EMPTY;
  if (typeof value === 'number') return { kind: 'number', value, percent: field.name === 'achievement' };
  if (Array.isArray(value)) return { kind: 'text', text: value.join(', ') };
  return { kind: 'text', text: isLeaf(value) ? String(value) : JSON.stringify(value) };
}

/** What was asked of a figure beside its value: target, coverage, sources, last year's value and the like. Its own words are in its cell already. */
export function factExtras(item: Data, field: Asked, percent: boolean): readonly Leaf[] {
  const inTheCell = new Set(['value', 'qualifier', 'status', 'period', 'indicator', 'organization']);
  const leaves = leavesOf(
    item,
    field.fields.filter((part) => !inTheCell.has(part.name)),
    '',
  ).map((leaf) => withPercent(leaf, percent));
  const before = field.fields.find((part) => part.name === 'previousYear');
  const data = before === undefined ? null : item[before.key];
  const value = before?.fields.find((part) => part.name === 'value');
  if (before === undefined || value === undefined) return leaves;
  const number = isData(data) ? data[value.key] : null;
  return [
    ...leaves,
    {
      id: ':previousYear',
      name: 'previousYear',
      label: null,
      group: null,
      cell: { kind: 'number', value: typeof number === 'number' ? number : null, percent },
    },
  ];
}

const IN_THE_SAME_UNIT = new Set(['target', 'reported', 'rolledUp', 'discrepancy']);

function withPercent(leaf: Leaf, percent: boolean): Leaf {
  return leaf.cell.kind === 'number' && IN_THE_SAME_UNIT.has(leaf.name)
    ? { ...leaf, cell: { ...leaf.cell, percent } }
    : leaf;
}
