import type { Sheet, SheetValue } from './sheet.ts';

/** Beginnings that make a spreadsheet program take a text for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as a cell that no spreadsheet program calculates: an apostrophe stands before what would be a formula. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function plainText({ value }: SheetValue): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : harmless(value);
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function separated(sheet: Sheet, separator: string): string {
  const line = (texts: readonly string[]): string => texts.map((text) => quoted(text, separator)).join(separator);
  return [line(sheet.headings.map(harmless)), ...sheet.lines.map((values) => line(values.map(plainText)))].join('\r\n');
}

/** A file of comma-separated values (RFC 4180) in UTF-8 with its mark in front, without which Excel misreads Vietnamese. Numbers are written 1234.5. */
export function toCsv(sheet: Sheet): string {
  return `\uFEFF${separated(sheet, ',')}\r\n`;
}

/** The same for the clipboard, with tabs, which spreadsheet programs paste as cells. */
export function toTabs(sheet: Sheet): string {
  return separated(sheet, '\t');
}
