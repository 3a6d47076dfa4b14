import type { ErrorCode } from './catalogue.ts';

/** What an error tells its reader beside the message: what was expected, and what came. */
export interface ErrorDetail {
  readonly expected?: string;
  readonly received?: string;
  readonly [key: string]: unknown;
}

/**
 * An error with a code of the catalogue. graphql-js copies `extensions` of a thrown error into the
 * answer, so throwing one is all that a resolver has to do.
 */
export class CodedError extends Error {
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    detail: ErrorDetail = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CodedError';
    this.extensions = { code, ...detail };
  }
}

/** A literal of a question, as it was written there. */
export class Literal {
  constructor(readonly written: string) {}
}

/** Shows a value that came from outside in a message: short, on one line. */
export function shown(value: unknown): string {
  const text = value instanceof Literal ? value.written : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
