import { civil } from './day.ts';

/** The spans for which reports are made: a half-year and nine months begin with the year or in its middle. */
export const PERIOD_KINDS = ['DAY', 'MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR', 'OTHER'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const BY_MONTHS: Readonly<Record<number, { readonly kind: PeriodKind; readonly begins: readonly number[] }>> = {
  1: { kind: 'MONTH', begins: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
  3: { kind: 'QUARTER', begins: [1, 4, 7, 10] },
  6: { kind: 'HALF_YEAR', begins: [1, 7] },
  9: { kind: 'NINE_MONTHS', begins: [1] },
  12: { kind: 'YEAR', begins: [1] },
};

/** The kind of a half-open span of days. */
export function periodKind({ from, to }: { readonly from: number; readonly to: number }): PeriodKind {
  if (to - from === 1) return 'DAY';
  const [start, end] = [civil(from), civil(to)];
  if (start.date !== 1 || end.date !== 1) return 'OTHER';
  const found = BY_MONTHS[(end.year - start.year) * 12 + end.month - start.month];
  return found?.begins.includes(start.month) ? found.kind : 'OTHER';
}
