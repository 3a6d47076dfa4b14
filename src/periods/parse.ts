import { CodedError, shown } from '../errors/coded-error.ts';
import { dayOf, parseDay } from './day.ts';
import type { Period, Span, TermPart } from './period.ts';
import { span } from './period.ts';

const EXPECTED =
  'a Period: 2023, 2023-Q3, 2023-09, 2023-09-30, 2023-01-01/2023-09-30 (with ~ at the end for "about"), TERM-2020-2025, TERM-2020-2025-H1 or TERM-2020-2025/..';
const TERM = /^TERM-(\d{4})-(\d{4})(-H1|-H2|\/\.\.)?$/;
const TERM_PARTS: Readonly<Record<string, TermPart>> = { '-H1': 'H1', '-H2': 'H2', '/..': 'TO_DATE' };

/**
 * Reads a period as ISO 8601 and its extension EDTF write it, or a congress term.
 * Throws PERIOD_MALFORMED with what was expected and what came.
 */
export function parsePeriod(text: unknown): Period {
  const period = typeof text === 'string' ? readPeriod(text) : undefined;
  if (period) return period;
  throw new CodedError('PERIOD_MALFORMED', `Expected ${EXPECTED}; got ${shown(text)}.`, {
    expected: EXPECTED,
    received: shown(text),
  });
}

function readPeriod(text: string): Period | undefined {
  const term = TERM.exec(text);
  if (term) return readTerm(term);
  const approximate = text.endsWith('~');
  const exact = readSpan(approximate ? text.slice(0, -1) : text);
  return exact && { ...exact, approximate };
}

function readTerm(match: RegExpExecArray): Period | undefined {
  const [startYear, endYear] = [Number(match[1]), Number(match[2])];
  if (startYear < 1930 || endYear <= startYear || endYear - startYear > 10) return undefined;
  return { type: 'term', startYear, endYear, part: match[3] ? (TERM_PARTS[match[3]] ?? 'ALL') : 'ALL' };
}

function readSpan(text: string): Span | undefined {
  const slash = text.indexOf('/');
  if (slash >= 0) {
    const [from, last] = [parseDay(text.slice(0, slash)), parseDay(text.slice(slash + 1))];
    return from !== undefined && last !== undefined && from <= last ? span(from, last + 1) : undefined;
  }
  const day = parseDay(text);
  if (day !== undefined) return span(day, day + 1);
  const parts = /^([1-9]\d{3})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[1]);
  if (parts[2]) return months(year, Number(parts[2]) * 3 - 2, 3);
  if (!parts[3]) return months(year, 1, 12);
  const month = Number(parts[3]);
  return month >= 1 && month <= 12 ? months(year, month, 1) : undefined;
}

function months(year: number, first: number, count: number): Span {
  return span(dayOf(year, first, 1), dayOf(year, first + count, 1));
}
