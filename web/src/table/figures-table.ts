import { EMPTY } from '../answer/cell.ts';
import type { Cell } from '../answer/cell.ts';
import type { Fact } from '../answer/facts.ts';
import { fieldLabel } from '../language/field-labels.ts';
import type { Language } from '../language/language.ts';
import { tellingAliases } from './alias.ts';
import { ColumnSet, leafColumn } from './columns.ts';
import type { LooseRow } from './columns.ts';
import type { Column, Shape, Table } from './model.ts';

/**
 * One row for each figure: its unit, indicator, period and dimensions, then its value and what was asked beside it. A unit
 * or indicator that all figures share stands in the caption, so that the figures stand in sight.
 */
export function figuresTable(
  facts: readonly Fact[],
  shape: Exclude<Shape, 'units' | 'list'>,
  title: string,
  language: Language,
): Table {
  const set = new ColumnSet();
  const column = (id: string, kind: Column['kind'], meaning: Column['meaning']): string =>
    set.add({ id, group: null, label: fieldLabel(id === 'unit' ? 'organization' : id, language), kind, meaning });
  const caption = sharedBy(facts);
  const aliases = tellingAliases(facts);
  if (!caption.some((cell) => cell.kind === 'unit')) column('unit', 'unit', 'unit');
  if (!caption.some((cell) => cell.kind === 'text')) column('indicator', 'text', 'indicator');
  if (aliases.size > 0) column('asked', 'text', 'indicator');
  column('period', 'text', 'period');
  for (const leaf of facts.flatMap((fact) => fact.dimensions)) set.add(leafColumn(leaf, leaf.id, null, language));
  if (facts.some((fact) => fact.figure !== null)) column('value', 'figure', 'value');

  const rows = facts.map((fact, index): LooseRow => {
    const cells = new Map<string, Cell>([
      ['unit', fact.units.at(-1)?.cell ?? EMPTY],
      ['indicator', textCell(fact.measure.label ?? fact.measure.code)],
      ['asked', textCell(aliasLabel(aliases.get(fact), language))],
      ['period', textCell(fact.period)],
      ['value', fact.figure ?? EMPTY],
    ]);
    for (const leaf of fact.dimensions) cells.set(leaf.id, leaf.cell);
    for (const leaf of fact.extras) cells.set(set.add(leafColumn(leaf, leaf.id, null, language)), leaf.cell);
    return { id: String(index), depth: 0, cells };
  });
  return { id: shape, title, caption, shape, ...set.layOut(rows), truncated: false };
}

function aliasLabel(alias: string | undefined, language: Language): string | null {
  return alias === undefined ? null : fieldLabel(alias, language);
}

/** The unit and the indicator that several figures have in common. */
function sharedBy(facts: readonly Fact[]): readonly Cell[] {
  const units = new Map(facts.map((fact) => [fact.units.at(-1)?.key, fact.units.at(-1)?.cell ?? EMPTY]));
  const indicators = new Set(facts.map((fact) => fact.measure.label ?? fact.measure.code));
  const cells = [
    ...(units.size === 1 ? units.values() : []),
    ...(indicators.size === 1 && facts.length > 1 ? [...indicators].map(textCell) : []),
  ];
  return cells.filter((cell) => cell.kind !== 'empty');
}

function textCell(text: string | null): Cell {
  return text === null || text === '' ? EMPTY : { kind: 'text', text };
}
