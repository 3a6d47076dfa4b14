import type { FigureFragment } from '@dangbo/client';

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

const BOUNDS: Readonly<Record<FigureFragment['qualifier'], string>> = {
  EXACT: '',
  AT_LEAST: '≥ ',
  GREATER_THAN: '> ',
  AT_MOST: '≤ ',
  LESS_THAN: '< ',
};

const WHY_NOT: Readonly<Record<FigureFragment['status'], string>> = {
  OBSERVED: '',
  MISSING: 'chưa có số liệu',
  NOT_APPLICABLE: 'không áp dụng',
  SUPPRESSED: 'không công bố',
};

/** A figure as it may be read: with its bound, or why there is none. Nothing is not zero. */
export function figureText({ value, qualifier, status }: FigureFragment): string {
  return value === null ? WHY_NOT[status] : `${BOUNDS[qualifier]}${NUMBER.format(value)}`;
}

/** How many units answered, of those that should have. */
export function coverageText({ coverage: { answered, expected } }: FigureFragment): string {
  return `${NUMBER.format(answered)}/${NUMBER.format(expected)}`;
}
