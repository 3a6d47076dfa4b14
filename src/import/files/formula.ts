/** What a spreadsheet may take for a formula when it opens a text file; marks in front of it may be our own. */
const RUNS = /^'*[=+\-@\t\r＝＋－＠]/u;
/** A number with its sign is none. */
const NUMBER = /^[+-]?\d+([.,]\d+)*$/;

/** A text that no spreadsheet runs: with an apostrophe in front, where it would. */
export function quoteFormula(text: string): string {
  return isRun(text) ? `'${text}` : text;
}

/** The same text again, as it was before. */
export function unquoteFormula(text: string): string {
  return text.startsWith("'") && isRun(text.slice(1)) ? text.slice(1) : text;
}

function isRun(text: string): boolean {
  return RUNS.test(text) && !NUMBER.test(text);
}
