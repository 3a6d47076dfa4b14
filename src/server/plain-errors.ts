import type { ExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { CodedError } from '../errors/coded-error.ts';

/**
 * A compiled query makes errors of a shape of its own, without extensions: they become graphql-js's, which
 * the rest of the pipeline knows. Without data at all, the variables were at fault.
 */
export function withPlainErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const ofVariables = result.data === undefined;
  return { ...result, errors: result.errors.map((error) => plainError(error, ofVariables)) };
}

function plainError({ message, path, originalError, locations }: GraphQLError, ofVariables: boolean): GraphQLError {
  const cause = originalError ?? (ofVariables ? new CodedError('INPUT_INVALID', message) : undefined);
  const plain = new GraphQLError(message, { path, originalError: cause });
  return locations ? Object.defineProperty(plain, 'locations', { value: locations, enumerable: true }) : plain;
}
