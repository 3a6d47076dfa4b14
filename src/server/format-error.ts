import { types } from 'node:util';
import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../errors/catalogue.ts';
import { CodedError } from '../errors/coded-error.ts';
import { databaseUnavailable, isAway } from '../database/statements.ts';
import { currentWork } from '../database/work.ts';

/** Codes that Apollo Server itself gives; their messages speak of the question alone. */
const PROTOCOL_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The error that was meant, however deep graphql-js and Apollo have wrapped it. */
function codedErrorWithin(error: unknown): CodedError | undefined {
  for (let at: unknown = error, depth = 0; types.isNativeError(at) && depth < 10; depth += 1) {
    if (at instanceof CodedError) return at;
    if (isAway(at) && !('originalError' in at && at.originalError)) return databaseUnavailable(at);
    at = 'originalError' in at && at.originalError ? at.originalError : at.cause;
  }
  return undefined;
}

/** Names that are like a wrong one, as graphql-js and graphql-jit add them to a message. */
const SUGGESTION = / Did you mean [^?]*\?/g;

/**
 * What a user sees of an error: its code, what was expected and what came; never a stack, a statement or a
 * path of the machine. `onUnexpected` hears of what was not foreseen.
 * @param suggestions whether messages may name parts of the schema that were not asked for
 */
export function formatErrorFor(onUnexpected: (error: unknown) => void, suggestions: boolean) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const told = tell(formatted, error, onUnexpected);
    currentWork()?.onError(String(told.extensions?.['code']));
    return suggestions ? told : { ...told, message: told.message.replaceAll(SUGGESTION, '') };
  };
}

function tell(
  formatted: GraphQLFormattedError,
  error: unknown,
  onUnexpected: (error: unknown) => void,
): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const coded = codedErrorWithin(error);
  if (coded) return { message: coded.message, ...place, extensions: { ...coded.extensions } };
  const code = formatted.extensions?.['code'];
  if (PROTOCOL_CODES.has(code)) return { message: formatted.message, ...place, extensions: { code } };
  onUnexpected(error);
  const message = 'Something failed inside the server; the question was not at fault.';
  return { message, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies ErrorCode } };
}
