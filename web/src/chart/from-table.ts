import { numberIn } from '../answer/cell.ts';
import type { Cell } from '../answer/cell.ts';
import type { Column, Meaning, Row, Table } from '../table/model.ts';
import type { BarsChart, CardsChart, Category, Chart, LinesChart, Point } from './spec.ts';

/** More bars than this nobody reads; the table has the rest. */
const MOST_BARS = 40;
const MOST_CARDS = 12;

/** A measure that the table can be drawn by: its heading and the column of its values. */
export interface Measured {
  readonly label: string;
  readonly column: number;
}

/** What can be drawn as bars: each column of figures, or of plain values in a list of units. */
export function measuresOf(table: Table): readonly Measured[] {
  return table.columns.flatMap((column, index) =>
    column.kind === 'figure' || (column.meaning === 'value' && column.kind === 'number')
      ? [{ label: column.group ?? column.label, column: index }]
      : [],
  );
}

/**
 * The chart that fits the shape of a table, of the rows that are seen in their order: bars for units, lines for series,
 * stacked bars for breakdowns, large figures for one unit. Null where a picture would say nothing.
 */
export function chartOf(table: Table, rows: readonly Row[], measure: number): Chart | null {
  if (rows.length === 0) return null;
  switch (table.shape) {
    case 'units':
      return barsOf(table, deepest(rows), measure);
    case 'list':
      return table.columns.some((column) => column.kind === 'unit') && measuresOf(table).length > 0
        ? barsOf(table, rows, measure)
        : null;
    case 'figures':
      return cardsOf(table, rows);
    case 'series':
      return linesOf(table, rows, 'lines', ['period']);
    case 'breakdown':
      return linesOf(table, rows, 'stacked', ['unit']);
  }
}

/** A parent is as long as all its children together: bars show the lowest level only. */
function deepest(rows: readonly Row[]): readonly Row[] {
  const depth = Math.max(...rows.map((row) => row.depth));
  return rows.filter((row) => row.depth === depth);
}

function barsOf(table: Table, rows: readonly Row[], measure: number): BarsChart | null {
  const measures = measuresOf(table);
  const chosen = measures[measure] ?? measures[0];
  if (chosen === undefined) return null;
  const group = table.columns[chosen.column]?.group ?? null;
  const target = table.columns.findIndex((column) => column.meaning === 'target' && column.group === group);
  const unit = table.columns.findLastIndex((column) => column.kind === 'unit' && column.id !== 'above');
  const shown = mostTelling(rows, chosen.column, target);
  if (shown.every((row) => numberIn(row.cells[chosen.column]) === null)) return null;
  return {
    kind: 'bars',
    measure: chosen.label,
    percent: shown.some((row) => isPercent(row.cells[chosen.column])),
    categories: shown.map((row) => categoryOf(row.cells[unit])),
    points: shown.map((row) => pointOf(row.cells[chosen.column], row.cells[target])),
    total: rows.length,
  };
}

/** As many rows as a chart holds, in their order: where there are more, those with something to draw go before zeros, and those before none. */
function mostTelling(rows: readonly Row[], value: number, target: number): readonly Row[] {
  if (rows.length <= MOST_BARS) return rows;
  const withValue = rows.filter((row) => numberIn(row.cells[value]) !== null);
  const toDraw = withValue.filter(
    (row) => numberIn(row.cells[value]) !== 0 || (numberIn(row.cells[target]) ?? 0) !== 0,
  );
  const best = [toDraw, withValue, rows].find((some) => some.length > 0) ?? rows;
  return best.slice(0, MOST_BARS);
}

function cardsOf(table: Table, rows: readonly Row[]): CardsChart | null {
  const at = (meaning: Meaning): number => table.columns.findIndex((column) => column.meaning === meaning);
  const [value, target, indicator, period, unit] = [
    at('value'),
    at('target'),
    at('indicator'),
    at('period'),
    at('unit'),
  ];
  const labels = table.columns.flatMap((column, index) =>
    column.meaning === 'indicator' || column.meaning === 'dimension' ? [index] : [],
  );
  const shared = table.caption.map((cell) => textIn(cell)).at(-1) ?? '';
  if (value < 0) return null;
  const cards = rows.slice(0, MOST_CARDS).map((row) => ({
    ...pointOf(row.cells[value], row.cells[target]),
    label: [
      table.columns[indicator]?.id === 'indicator' ? '' : shared,
      ...labels.map((index) => textIn(row.cells[index])),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    detail: textIn(row.cells[period]),
    unit: textIn(row.cells[unit]),
    percent: isPercent(row.cells[value]),
  }));
  return { kind: 'cards', cards };
}

/** Crosses the column of categories with all the others that tell figures apart, each combination of which is a line. */
function linesOf(
  table: Table,
  rows: readonly Row[],
  kind: LinesChart['kind'],
  along: readonly Meaning[],
): LinesChart | null {
  const value = table.columns.findIndex((column) => column.meaning === 'value');
  const category = table.columns.findIndex((column) => along.includes(column.meaning));
  if (value < 0) return null;
  const tells = table.columns.flatMap((column, index) => (tellsApart(column, index, category, rows) ? [index] : []));
  const categories = new Map<string, Category>();
  const lines = new Map<string, Map<string, Point>>();
  const caption: Category = { name: table.caption.map(textIn).join(' · '), code: null };
  for (const row of rows) {
    const place = category < 0 ? caption : categoryOf(row.cells[category]);
    const name = tells.map((index) => textIn(row.cells[index])).join(' · ');
    categories.set(place.name, place);
    const line = lines.get(name) ?? new Map<string, Point>();
    lines.set(name, line.set(place.name, pointOf(row.cells[value], undefined)));
  }
  const names = [...categories.keys()];
  const nothing: Point = { value: null, target: null, figure: null };
  return {
    kind,
    categories: [...categories.values()],
    lines: [...lines].map(([name, points]) => ({ name, points: names.map((place) => points.get(place) ?? nothing) })),
    percent: rows.some((row) => isPercent(row.cells[value])),
  };
}

const TELLING: readonly Meaning[] = ['unit', 'indicator', 'period', 'dimension'];

/** Whether a column other than that of the categories holds more than one thing, or is a dimension. */
function tellsApart(column: Column, index: number, category: number, rows: readonly Row[]): boolean {
  if (index === category || !TELLING.includes(column.meaning)) return false;
  return column.meaning === 'dimension' || new Set(rows.map((row) => textIn(row.cells[index]))).size > 1;
}

function pointOf(value: Cell | undefined, target: Cell | undefined): Point {
  return { value: numberIn(value), target: numberIn(target), figure: value?.kind === 'figure' ? value : null };
}

function categoryOf(cell: Cell | undefined): Category {
  return cell?.kind === 'unit' ? { name: cell.name, code: cell.code } : { name: textIn(cell), code: null };
}

function isPercent(cell: Cell | undefined): boolean {
  return (cell?.kind === 'figure' || cell?.kind === 'number') && cell.percent;
}

function textIn(cell: Cell | undefined): string {
  if (cell?.kind === 'unit') return cell.name;
  return cell?.kind === 'text' ? cell.text : '';
}
