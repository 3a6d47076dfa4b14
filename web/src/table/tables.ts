import type { Asked } from '../answer/asked.ts';
import type { Data } from '../answer/data.ts';
import { collect } from '../answer/facts.ts';
import type { Fact } from '../answer/facts.ts';
import { fieldLabel } from '../language/field-labels.ts';
import type { Language } from '../language/language.ts';
import { figuresTable } from './figures-table.ts';
import { listTable } from './list-table.ts';
import type { Table } from './model.ts';
import { groupKey, unitsTable } from './units-table.ts';

/**
 * The tables that an answer reads as, the one with the most rows first. Figures of several units become a row for each
 * unit, figures of one unit a row for each figure; series, breakdowns and other lists a table each.
 */
export function tablesOf(data: Data, asked: readonly Asked[], language: Language): readonly Table[] {
  const { facts, rows, truncated } = collect(data, asked);
  const own = facts.filter((fact) => fact.origin === 'own');
  const series = facts.filter((fact) => fact.origin === 'series');
  const breakdown = facts.filter((fact) => fact.origin === 'breakdown');
  const tables: Table[] = [];
  if (own.length > 0) tables.push(ownTable(own, language));
  if (series.length > 0) tables.push(figuresTable(series, 'series', fieldLabel('series', language), language));
  if (breakdown.length > 0)
    tables.push(figuresTable(breakdown, 'breakdown', language === 'vi' ? 'Phân tổ' : 'Breakdown', language));
  for (const list of new Set(rows.map((row) => row.list))) {
    tables.push(
      listTable(
        rows.filter((row) => row.list === list),
        list,
        truncated.has(list),
        language,
      ),
    );
  }
  const cut = [...truncated].some((list) => !rows.some((row) => row.list === list));
  return tables
    .map((table) => (cut && table.shape !== 'list' ? { ...table, truncated: true } : table))
    .sort((left, right) => right.rows.length - left.rows.length);
}

/** Where units were asked for different things, a column for each of them would be mostly empty. */
const LEAST_FULL = 0.6;

function ownTable(facts: readonly Fact[], language: Language): Table {
  const title = fieldLabel('organization', language);
  const units = new Set(facts.map((fact) => fact.units.at(-1)?.key)).size;
  const groups = new Set(facts.map(groupKey)).size;
  const isFull = facts.length >= units * groups * LEAST_FULL;
  return units > 1 && isFull ? unitsTable(facts, title, language) : figuresTable(facts, 'figures', title, language);
}
