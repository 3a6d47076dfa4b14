import type { Asked } from './asked.ts';
import type { FigureAddress, FigureCell, FigureState, Qualifier, UnitName } from './cell.ts';
import { isData, textOf, valueOf } from './data.ts';
import type { Data } from './data.ts';

/** What is measured: its code, what to call it, and whether its values are percents. */
export interface Measure {
  readonly code: string | null;
  readonly label: string | null;
  readonly percent: boolean;
}

const RATE = /_(?:RATE|SHARE|GROWTH)$/;

/** The indicator of a figure: from the answer where it was asked, else from the argument of the question. */
export function measureOf(data: Data, asked: Asked): Measure {
  const field = asked.fields.find((candidate) => candidate.name === 'indicator');
  const indicator = field === undefined ? null : data[field.key];
  const inAnswer = field !== undefined && isData(indicator);
  const argument = typeof asked.args['code'] === 'string' ? asked.args['code'] : null;
  const code = (inAnswer ? textOf(indicator, field.fields, 'code') : null) ?? argument;
  const label = inAnswer
    ? (textOf(indicator, field.fields, 'name') ?? textOf(indicator, field.fields, 'nameEn'))
    : null;
  const unit = inAnswer ? textOf(indicator, field.fields, 'unit') : null;
  const kind = inAnswer ? textOf(indicator, field.fields, 'kind') : null;
  return {
    code,
    label,
    percent: kind === 'RATIO' || unit === 'percent' || unit === '%' || (code !== null && RATE.test(code)),
  };
}

/** The period of a figure: from the answer where it was asked, else from the argument. */
export function periodOf(data: Data, asked: Asked): string | null {
  const argument = asked.args['period'];
  return textOf(data, asked.fields, 'period') ?? (typeof argument === 'string' ? argument : null);
}

/** The figure itself. What the question left out is taken for the plainest: exact, and complete where there is a value. */
export function figureCell(data: Data, asked: Asked, unit: UnitName | null): FigureCell {
  const measure = measureOf(data, asked);
  const value = valueOf(data, asked.fields, 'value');
  const number = typeof value === 'number' ? value : null;
  const coverage = asked.fields.find((field) => field.name === 'coverage');
  const covered = coverage === undefined ? null : data[coverage.key];
  const count = (name: string): number | null => {
    const found = coverage !== undefined && isData(covered) ? valueOf(covered, coverage.fields, name) : null;
    return typeof found === 'number' ? found : null;
  };
  const answered = count('answered');
  const expected = count('expected');
  return {
    kind: 'figure',
    value: number,
    percent: measure.percent,
    qualifier: qualifierOf(textOf(data, asked.fields, 'qualifier')),
    state: stateOf(number, textOf(data, asked.fields, 'status'), answered, expected),
    answered,
    expected,
    address: addressOf(unit, measure.code, periodOf(data, asked)),
  };
}

function addressOf(unit: UnitName | null, indicator: string | null, period: string | null): FigureAddress | null {
  return unit?.code === null || unit === null || indicator === null || period === null
    ? null
    : { unit: { code: unit.code, name: unit.name }, indicator, period };
}

function qualifierOf(text: string | null): Qualifier {
  return text === 'AT_LEAST' || text === 'GREATER_THAN' ? text : 'EXACT';
}

function stateOf(
  value: number | null,
  status: string | null,
  answered: number | null,
  expected: number | null,
): FigureState {
  if (status === 'NOT_APPLICABLE' || status === 'SUPPRESSED') return status;
  if (value === null) return 'MISSING';
  return answered !== null && expected !== null && answered < expected ? 'INCOMPLETE' : 'COMPLETE';
}
