import type { Day } from './day.ts';

/** A span of whole days: from `from` up to, not including, `to`. */
export interface Span {
  readonly type: 'span';
  readonly from: Day;
  readonly to: Day;
  /** "About": such a span never stands in for an exact one. */
  readonly approximate: boolean;
}

export type TermPart = 'ALL' | 'H1' | 'H2' | 'TO_DATE';

/** A congress term (nhiệm kỳ), by its years; its days differ from congress to congress. */
export interface Term {
  readonly type: 'term';
  readonly startYear: number;
  readonly endYear: number;
  readonly part: TermPart;
}

export type Period = Span | Term;
export type PeriodUnit = 'MONTH' | 'QUARTER' | 'YEAR';

/** An exact span of days. */
export function span(from: Day, to: Day): Span {
  return { type: 'span', from, to, approximate: false };
}

/** Whether two periods are the same period. */
export function samePeriod(a: Period, b: Period): boolean {
  if (a.type === 'span' && b.type === 'span') {
    return a.from === b.from && a.to === b.to && a.approximate === b.approximate;
  }
  return (
    a.type === 'term' &&
    b.type === 'term' &&
    a.startYear === b.startYear &&
    a.endYear === b.endYear &&
    a.part === b.part
  );
}

/** Whether a period is a single day: an instant. */
export function isInstant(period: Period): boolean {
  return period.type === 'span' && period.to - period.from === 1;
}
