import type { ErrorCode } from '../../../errors/catalogue.ts';
import { CodedError } from '../../../errors/coded-error.ts';
import type { FileLimits } from '../limits.ts';

const WHAT: Readonly<Record<keyof FileLimits, string>> = {
  bytes: 'bytes once it is unpacked',
  rows: 'rows',
  columns: 'columns',
  cell: 'characters in a cell',
  row: 'characters in a row',
  sharedTexts: 'characters in all texts of the workbook',
};

/** The file as a whole cannot be read; `place` says where it ends to make sense. */
export function unreadable(code: ErrorCode, expected: string, received: string): CodedError {
  return new CodedError(code, `Expected ${expected}; got ${received}.`, { expected, received });
}

export function tooLarge(limit: keyof FileLimits, limits: FileLimits): CodedError {
  return unreadable('FILE_TOO_LARGE', `a file of at most ${limits[limit]} ${WHAT[limit]}`, 'more');
}
