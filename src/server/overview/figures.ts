import { SHOWN } from './question.ts';

/** The value of one year. Null is missing. */
export interface Point {
  readonly year: string;
  readonly value: number | null;
  readonly qualifier: 'EXACT' | 'AT_LEAST' | 'GREATER_THAN';
  readonly expected: number;
  readonly answered: number;
}

/** One figure of the page with its way over the years. */
export interface Figure {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly percent: boolean;
  readonly points: readonly Point[];
}

/** A value of a series, as the page's question asks for it. */
export interface AnsweredValue {
  readonly indicator: { readonly code: string; readonly name: string; readonly nameEn: string; readonly unit: string };
  readonly period: string;
  readonly value: number | null;
  readonly qualifier: Point['qualifier'];
  readonly coverage: { readonly expected: number; readonly answered: number };
}

/** The answer to the page's question. */
export interface OverviewAnswer {
  readonly nation: Readonly<Record<string, readonly AnsweredValue[]>>;
}

/** The figures that the page shows, out of the answer to its question. One without any year is left out. */
export function figuresOf({ nation }: OverviewAnswer): readonly Figure[] {
  return SHOWN.flatMap((code) => {
    const values = nation[code] ?? [];
    const [first] = values;
    if (first === undefined) return [];
    const { name, nameEn, unit } = first.indicator;
    return [{ code, name, nameEn, percent: unit === '%', points: values.map(pointOf) }];
  });
}

function pointOf({ period, value, qualifier, coverage }: AnsweredValue): Point {
  return { year: period, value, qualifier, expected: coverage.expected, answered: coverage.answered };
}

/** The last year that has a value; null where none has. */
export function latest(figure: Figure): Point | null {
  return figure.points.findLast((point) => point.value !== null) ?? null;
}
