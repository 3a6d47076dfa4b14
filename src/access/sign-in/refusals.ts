import { CodedError } from '../../errors/coded-error.ts';

/** What is answered to a token that is not taken. The token itself is never shown. */
export function unauthenticated(expected: string, cause?: unknown): CodedError {
  return new CodedError(
    'UNAUTHENTICATED',
    `Expected a token with ${expected}; this one is not taken.`,
    { expected },
    { cause },
  );
}

/** What is answered where tokens cannot be checked. */
export function signInUnavailable(cause: unknown): CodedError {
  const message = 'Tokens cannot be checked at the moment: the keys of their issuer cannot be read.';
  return new CodedError('SIGN_IN_UNAVAILABLE', message, {}, { cause });
}
