import type { ErrorCode } from '../../errors/catalogue.ts';
import { CodedError } from '../../errors/coded-error.ts';

/**
 * What is said of a request that goes beyond a limit.
 * @param got how many came, where they were counted to the end
 */
export function overLimit(code: ErrorCode, what: string, limit: number, got?: number): CodedError {
  const received = got === undefined ? 'more' : got > Number.MAX_SAFE_INTEGER ? 'far more' : String(got);
  return new CodedError(code, `Expected at most ${limit} ${what}; got ${received}.`, {
    expected: `at most ${limit} ${what}`,
    received,
  });
}
