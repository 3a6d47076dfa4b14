import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { GraphQLScalarType } from 'graphql';
import { CodedError } from '../../errors/coded-error.ts';

/** A file that came with a request, in a place of its own until it is taken over; what nobody takes over is removed. */
export class UploadedFile {
  private taken = false;

  constructor(
    readonly path: string,
    readonly name: string,
  ) {}

  get isTaken(): boolean {
    return this.taken;
  }

  /** From now on the file is the caller’s to remove. */
  take(): void {
    this.taken = true;
  }

  /** Removes it, with the folder that was made for it. */
  async remove(): Promise<void> {
    await rm(dirname(this.path), { recursive: true, force: true });
  }
}

/** Upload in the schema: a file of a multipart request, by a variable. */
export const UploadScalar = new GraphQLScalarType<UploadedFile, never>({
  name: 'Upload',
  description:
    'A file (tệp) that comes with the request as the GraphQL multipart request convention has it; given by a variable alone.',
  serialize: () => {
    throw refused('an answer without files');
  },
  parseValue: (value) => {
    if (value instanceof UploadedFile) return value;
    throw refused('a file of a multipart request');
  },
  parseLiteral: () => {
    throw refused('a file by a variable');
  },
});

function refused(expected: string): CodedError {
  return new CodedError('UPLOAD_REFUSED', `Expected ${expected}; got something else.`, { expected });
}
