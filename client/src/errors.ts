/** An error of an answer, as GraphQL over HTTP gives it; the codes are listed in docs/errors.md. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown };
}

/** The answer has errors. What could be answered all the same is in `data`. */
export class AnswerFailed extends Error {
  override readonly name = 'AnswerFailed';

  constructor(
    readonly errors: readonly AnswerError[],
    /** The HTTP status. */
    readonly status: number,
    readonly data?: unknown,
  ) {
    super(errors.map(({ message }) => message).join('\n'));
  }

  /** Whether one of the errors has a code. */
  has(code: string): boolean {
    return this.errors.some(({ extensions }) => extensions?.code === code);
  }
}
