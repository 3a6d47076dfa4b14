import type { Asked } from './asked.ts';
import type { Cell, FigureCell, UnitCell } from './cell.ts';
import { hasMore, isData, itemsOf, textOf } from './data.ts';
import type { Data } from './data.ts';
import { figureCell, measureOf, periodOf } from './figure.ts';
import type { Measure } from './figure.ts';
import { factExtras, leavesOf, unitName } from './leaves.ts';
import type { Leaf } from './leaves.ts';

/** A unit on the way down to a fact, with what else was asked of it. key tells two units apart. */
export interface UnitOnTheWay {
  readonly key: string;
  /** False where the question asked for neither its name nor its code. */
  readonly named: boolean;
  readonly cell: UnitCell;
  readonly leaves: readonly Leaf[];
}

export type Origin = 'own' | 'series' | 'breakdown';

/** One figure of an answer, with everything that says what it is a figure of. */
export interface Fact {
  readonly units: readonly UnitOnTheWay[];
  /** The keys of the fields that it lies under, without the units' own: what an alias set apart stays apart. */
  readonly place: string;
  readonly origin: Origin;
  readonly measure: Measure;
  readonly period: string | null;
  readonly dimensions: readonly Leaf[];
  readonly figure: FigureCell | null;
  readonly extras: readonly Leaf[];
}

/** A row of a list that holds no figures. */
export interface ListRow {
  readonly list: string;
  readonly name: string;
  /** What is around the row, outermost first. */
  readonly around: readonly Leaf[];
  readonly leaves: readonly Leaf[];
}

export interface Collected {
  readonly facts: Fact[];
  readonly rows: ListRow[];
  /** Lists of which the answer holds only the first part. */
  readonly truncated: Set<string>;
}

interface Way {
  readonly units: readonly UnitOnTheWay[];
  readonly leaves: readonly Leaf[];
  readonly path: string;
  readonly item: string;
}

/** Walks an answer beside its question and collects its figures, and the rows of its lists without figures. */
export function collect(data: Data, fields: readonly Asked[]): Collected {
  const out: Collected = { facts: [], rows: [], truncated: new Set() };
  const rootLeaves = leavesOf(
    data,
    fields.filter((field) => field.role === 'leaf'),
    'root',
  );
  if (rootLeaves.length > 0) out.rows.push({ list: 'root', name: 'answer', around: [], leaves: rootLeaves });
  for (const field of fields) visitField(out, data, field, { units: [], leaves: [], path: '', item: '' });
  return out;
}

/** Goes on into one field; says whether any row came of it. */
function visitField(out: Collected, data: Data, field: Asked, way: Way): boolean {
  if (field.role === 'leaf' || field.role === 'dimension' || field.role === 'source') return false;
  const value = data[field.key];
  const path = way.path === '' ? field.key : `${way.path}.${field.key}`;
  if (hasMore(value, field)) out.truncated.add(path);
  let any = false;
  itemsOf(value, field).forEach((item, index) => {
    any = true;
    const inside: Way = { ...way, path, item: `${way.item}/${field.key}.${index}` };
    if (field.role === 'figure') visitFigure(out, item, field, inside, []);
    else if (isCellOfBreakdown(field)) visitBreakdownCell(out, item, field, inside);
    else visitObject(out, item, field, inside, field.list || way.path === '');
  });
  return any;
}

function isCellOfBreakdown(field: Asked): boolean {
  return field.list && field.name === 'breakdown';
}

function visitBreakdownCell(out: Collected, item: Data, field: Asked, way: Way): void {
  const dimensions = leavesOf(
    item,
    field.fields.filter((part) => part.role === 'dimension'),
    '',
  );
  for (const part of field.fields.filter((candidate) => candidate.role === 'figure')) {
    const figure = item[part.key];
    const named: Asked = { ...part, name: 'breakdown', args: field.args };
    if (isData(figure)) visitFigure(out, figure, named, way, dimensions);
  }
}

function visitFigure(out: Collected, item: Data, field: Asked, way: Way, dimensions: readonly Leaf[]): void {
  const unit = way.units.at(-1) ?? ownUnit(item, field, way);
  const measure = measureOf(item, field);
  out.facts.push({
    units: way.units.length === 0 && unit !== null ? [unit] : way.units,
    place: way.path,
    origin: field.name === 'series' || field.name === 'breakdown' ? field.name : 'own',
    measure,
    period: periodOf(item, field),
    dimensions,
    figure: field.fields.some((part) => part.name === 'value') ? figureCell(item, field, unit?.cell ?? null) : null,
    extras: factExtras(item, field, measure.percent),
  });
  const indicator: Leaf = {
    id: `${way.path}:indicator`,
    name: 'indicator',
    label: null,
    group: null,
    cell: { kind: 'text', text: measure.label ?? measure.code ?? '' },
  };
  visitListsBelow(out, item, field.fields, { ...way, leaves: [...way.leaves, indicator] });
}

/** The unit that the figure itself names, where the question did not come to it through a unit. */
function ownUnit(item: Data, field: Asked, way: Way): UnitOnTheWay | null {
  const organization = field.fields.find((part) => part.role === 'unit' && !part.list);
  const value = organization === undefined ? null : item[organization.key];
  return organization !== undefined && isData(value) ? unitOnTheWay(value, organization, way) : null;
}

function unitOnTheWay(item: Data, field: Asked, way: Way): UnitOnTheWay {
  const name = unitName(item, field, way.item);
  const others = field.fields.filter((part) => part.name !== 'name' && part.name !== 'code' && part.name !== 'id');
  return {
    key: textOf(item, field.fields, 'id') ?? name.code ?? way.item,
    named: field.fields.some((part) => part.name === 'name' || part.name === 'code'),
    cell: { kind: 'unit', ...name },
    leaves: leavesOf(item, others, 'unit'),
  };
}

function visitObject(out: Collected, item: Data, field: Asked, way: Way, row: boolean): void {
  const leaves = leavesOf(item, field.fields, way.path, field);
  const inside: Way = {
    ...way,
    leaves: row ? [...way.leaves, ...leaves] : way.leaves,
    units: field.role === 'unit' ? [...way.units, unitOnTheWay(item, field, way)] : way.units,
  };
  const holds = visitListsBelow(out, item, field.fields, inside);
  if (row && !holds && !asksFigures(field))
    out.rows.push({ list: way.path, name: field.name, around: way.leaves, leaves });
}

/** Goes into every list and figure below an object, through single objects too; says whether any row came of it. */
function visitListsBelow(out: Collected, item: Data, fields: readonly Asked[], way: Way): boolean {
  let any = false;
  for (const field of fields) {
    if (field.list || field.role === 'figure') any = visitField(out, item, field, way) || any;
    else if (field.role === 'object' || field.role === 'unit')
      any = visitSingle(out, item[field.key], field, way) || any;
  }
  return any;
}

function visitSingle(out: Collected, value: unknown, field: Asked, way: Way): boolean {
  if (!isData(value)) return false;
  const path = `${way.path}.${field.key}`;
  if (field.role === 'unit' && asksFigures(field)) {
    visitObject(out, value, field, { ...way, path, item: `${way.item}/${field.key}` }, true);
    return true;
  }
  return visitListsBelow(out, value, field.fields, { ...way, path });
}

/** Whether a figure is asked of the objects of this field themselves or of what lies below them. */
function asksFigures(field: Asked): boolean {
  return field.role === 'figure' || field.fields.some((part) => asksFigures(part));
}

/** The cell that a fact shows for its unit; an empty text where it has none. */
export function unitCellOf(fact: Fact): Cell {
  return fact.units.at(-1)?.cell ?? { kind: 'text', text: '' };
}
