import type { Cell, FigureState, Qualifier } from '../answer/cell.ts';
import { LOCALE } from '../language/language.ts';
import type { Language } from '../language/language.ts';

/** What stands for a figure that is not there. Never a zero. */
export const DASH = '–';

/** What stands for a figure that is there, and not shown to whoever asks. */
export const WITHHELD = '•••';

/** The sign before a figure that is a bound. */
export const SIGN: Readonly<Record<Qualifier, string>> = { EXACT: '', AT_LEAST: '≥', GREATER_THAN: '>' };

/** The mark after a figure that not all units answered for. */
export const INCOMPLETE_MARK = '◔';

const STATES: Readonly<Record<FigureState, readonly [string, string]>> = {
  COMPLETE: ['Đủ báo cáo', 'All answered'],
  INCOMPLETE: ['Chưa đủ báo cáo', 'Not all answered'],
  MISSING: ['Thiếu số liệu', 'Missing'],
  NOT_APPLICABLE: ['Không áp dụng', 'Not applicable'],
  SUPPRESSED: ['Không hiển thị (số nhỏ)', 'Suppressed (small count)'],
};

/** What to call the state of a figure. */
export function stateLabel(state: FigureState, language: Language): string {
  return STATES[state][language === 'vi' ? 0 : 1];
}

/** A number as the language writes it, with at most two decimals; a percent with its sign. */
export function formatNumber(value: number, percent: boolean, language: Language): string {
  const text = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 2 }).format(value);
  return percent ? `${text} %` : text;
}

/** A cell as it is read in the table. */
export function formatCell(cell: Cell, language: Language): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.text;
    case 'unit':
      return cell.name;
    case 'number':
      return cell.value === null ? DASH : formatNumber(cell.value, cell.percent, language);
    case 'figure': {
      if (cell.value === null) return cell.state === 'SUPPRESSED' ? WITHHELD : DASH;
      const number = `${SIGN[cell.qualifier]} ${formatNumber(cell.value, cell.percent, language)}`.trim();
      return cell.state === 'INCOMPLETE' ? `${number} ${INCOMPLETE_MARK}` : number;
    }
  }
}
