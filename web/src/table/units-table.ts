import type { Cell } from '../answer/cell.ts';
import type { Fact, UnitOnTheWay } from '../answer/facts.ts';
import { fieldLabel } from '../language/field-labels.ts';
import type { Language } from '../language/language.ts';
import { standing } from './alias.ts';
import { ColumnSet, leafColumn } from './columns.ts';
import type { LooseRow } from './columns.ts';
import type { Table } from './model.ts';

interface UnitRow extends LooseRow {
  readonly cells: Map<string, Cell>;
}

/**
 * One row for each unit that figures were asked of, in the order of the answer and one in the other; one group of columns
 * for each indicator. Where they lie under several units, the nearest above stands beside each.
 */
export function unitsTable(facts: readonly Fact[], title: string, language: Language): Table {
  const set = new ColumnSet();
  const withFigures = new Set(facts.map((fact) => fact.units.at(-1)?.key));
  const above = new Set(
    facts.flatMap((fact) => (fact.units.at(-2)?.named === true ? (fact.units.at(-2)?.key ?? []) : [])),
  );
  const periods = new Set(facts.map((fact) => fact.period));
  set.add({ id: 'unit', group: null, label: fieldLabel('organization', language), kind: 'unit', meaning: 'unit' });
  set.add({ id: 'code', group: null, label: fieldLabel('code', language), kind: 'text', meaning: null });
  if (above.size > 1)
    set.add({ id: 'above', group: null, label: fieldLabel('parent', language), kind: 'unit', meaning: null });

  const twice = new Set(facts.map(standing)).size > withFigures.size;
  if (twice) set.add({ id: 'asked', group: null, label: fieldLabel('asked', language), kind: 'text', meaning: null });
  const names = groupNames(facts, periods.size > 1, language);

  const rows = new Map<string, UnitRow>();
  for (const fact of facts) {
    const unit = fact.units.at(-1);
    if (unit === undefined) continue;
    const row = rows.get(standing(fact)) ?? startRow(fact, unit, set, withFigures, language);
    rows.set(standing(fact), row);
    if (twice) row.cells.set('asked', { kind: 'text', text: fieldLabel(fact.place.split('.')[0] ?? '', language) });
    addFact(row, fact, set, names.get(groupKey(fact)) ?? null, language);
  }
  return { id: 'units', title, caption: [], shape: 'units', ...set.layOut([...rows.values()]), truncated: false };
}

function startRow(
  fact: Fact,
  unit: UnitOnTheWay,
  set: ColumnSet,
  withFigures: ReadonlySet<string | undefined>,
  language: Language,
): UnitRow {
  const outer = fact.units.slice(0, -1);
  const cells = new Map<string, Cell>([['unit', unit.cell]]);
  if (unit.cell.code !== null) cells.set('code', { kind: 'text', text: unit.cell.code });
  const parent = outer.at(-1);
  if (parent?.named === true) cells.set('above', parent.cell);
  for (const leaf of unit.leaves) cells.set(set.add(leafColumn(leaf, `leaf${leaf.id}`, null, language)), leaf.cell);
  return { id: standing(fact), depth: outer.filter((one) => withFigures.has(one.key)).length, cells };
}

/** What tells one group of columns from another: the field or alias that a figure was asked by, its indicator and its period. */
export function groupKey({ place, measure, period }: Fact): string {
  return `${place.split('.').at(-1) ?? ''}|${measure.code ?? measure.label ?? ''}|${period ?? ''}`;
}

/** The heading of each group: its indicator, the period where there are several, and the alias where two would read the same. */
function groupNames(facts: readonly Fact[], showPeriod: boolean, language: Language): ReadonlyMap<string, string> {
  const plain = new Map(
    facts.map((fact) => {
      const name = fact.measure.label ?? fact.measure.code ?? fieldLabel('value', language);
      return [groupKey(fact), showPeriod && fact.period !== null ? `${name} · ${fact.period}` : name];
    }),
  );
  const all = [...plain.values()];
  return new Map(
    [...plain].map(([key, name]) => {
      const alias = key.split('|')[0] ?? '';
      return [key, all.indexOf(name) === all.lastIndexOf(name) ? name : `${name} · ${fieldLabel(alias, language)}`];
    }),
  );
}

/** Puts a fact under its own group of columns. */
function addFact(row: UnitRow, fact: Fact, set: ColumnSet, group: string | null, language: Language): void {
  const key = groupKey(fact);
  if (fact.figure !== null) {
    row.cells.set(
      set.add({ id: `${key}|value`, group, label: fieldLabel('value', language), kind: 'figure', meaning: 'value' }),
      fact.figure,
    );
  }
  for (const leaf of fact.extras)
    row.cells.set(set.add(leafColumn(leaf, `${key}|${leaf.id}`, group, language)), leaf.cell);
}
