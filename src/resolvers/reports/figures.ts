import { CodedError } from '../../errors/coded-error.ts';
import { QUALIFIERS } from '../../facts/indicators/indicator.ts';
import type { NewFigure } from '../../import/reports/figure.ts';
import type { Catalogue } from '../../loaders/snapshot/catalogue.ts';
import { dimensionsOf } from '../indicators/value-arguments.ts';
import type { DraftReportInput, ReportFigureInput } from './inputs.ts';

/** How many figures one report may have. */
export const MAX_FIGURES = 2000;

/** Reads the figures of a report against the catalogue. @throws CodedError for what the catalogue does not have */
export function readFigures(catalogue: Catalogue, { figures, period }: DraftReportInput): NewFigure[] {
  if (figures.length > MAX_FIGURES)
    throw new CodedError('BATCH_TOO_LARGE', `Expected at most ${MAX_FIGURES} figures; got ${figures.length}.`);
  return figures.map((figure) => ({
    indicator: figure.indicator,
    role: figure.role ?? 'ACTUAL',
    period: figure.period ?? period,
    dimensions: dimensionsOf(catalogue, catalogue.get(figure.indicator), figure.dimensions ?? []),
    value: figure.value ?? null,
    numerator: figure.numerator ?? null,
    denominator: figure.denominator ?? null,
    qualifier: qualifierOf(figure),
    per: figure.per ?? null,
    source: figure.source ?? null,
    note: figure.note ?? null,
  }));
}

/** Shares alone are at most so much, and that follows from their parts. */
function qualifierOf({ indicator, qualifier }: ReportFigureInput): NewFigure['qualifier'] {
  const found = QUALIFIERS.find((each) => each === (qualifier ?? 'EXACT'));
  if (found) return found;
  throw new CodedError(
    'REPORT_FIGURE_REFUSED',
    `Expected ${QUALIFIERS.join(', ')} of ${indicator}; got ${qualifier}.`,
    {
      expected: QUALIFIERS.join(', '),
      received: String(qualifier),
    },
  );
}
