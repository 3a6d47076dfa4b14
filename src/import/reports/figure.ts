import { CodedError, shown } from '../../errors/coded-error.ts';
import { dimensionsKey } from '../../facts/indicators/indicator.ts';
import type { FigureParts } from '../../facts/reports/figure.ts';
import { formatDay } from '../../periods/day.ts';
import { formatPeriod } from '../../periods/format.ts';
import type { Period } from '../../periods/period.ts';
import { samePeriod } from '../../periods/period.ts';

/** A figure of a report as it comes in. */
export interface NewFigure extends FigureParts {
  readonly period: Period;
}

/** What a report is about. */
export interface Frame {
  readonly period: Period;
  /** The indicators that it may name; undefined for all. */
  readonly indicators: readonly string[] | undefined;
}

/** @throws CodedError REPORT_FIGURE_REFUSED for the first figure that does not fit */
export function checkFigures({ period, indicators }: Frame, figures: readonly NewFigure[]): void {
  const seen = new Set<string>();
  for (const figure of figures) {
    const { indicator, value, numerator, denominator } = figure;
    const name = nameOf(figure);
    if (indicators && !indicators.includes(indicator))
      throw refused(`Expected an indicator of the report’s set; got ${indicator}.`, indicators.join(', '), indicator);
    if (!isWithin(figure.period, period))
      throw refused(`Expected ${name} to be about days of ${formatPeriod(period)}.`, formatPeriod(period), name);
    if (value === null && numerator === null && denominator === null)
      throw refused(`Expected a value, or a numerator and a denominator, of ${name}; got none.`, 'a number', name);
    if (seen.has(name)) throw refused(`Expected ${name} once; got it twice.`, 'one figure', name);
    seen.add(name);
  }
}

/** A PostgreSQL daterange of a period; null for a term. */
export function daysOf(period: Period): string | null {
  return period.type === 'span' ? `[${formatDay(period.from)},${formatDay(period.to)})` : null;
}

function nameOf({ indicator, role, period, dimensions }: NewFigure): string {
  const parts = [indicator, role === 'TARGET' ? 'TARGET' : '', formatPeriod(period), dimensionsKey(dimensions)];
  return parts.filter((part) => part !== '').join(' ');
}

/** A report about nine months may give a stock of their last day. */
function isWithin(figure: Period, report: Period): boolean {
  if (figure.type === 'span' && report.type === 'span') return report.from <= figure.from && figure.to <= report.to;
  return samePeriod(figure, report);
}

function refused(message: string, expected: string, received: string): CodedError {
  return new CodedError('REPORT_FIGURE_REFUSED', message, { expected, received: shown(received) });
}
