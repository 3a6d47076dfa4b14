import { GraphQLScalarType, Kind } from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';
import { CodedError, shown } from '../../errors/coded-error.ts';
import { fromLiteral } from './from-literal.ts';

/** DateTime in the schema; a JavaScript Date inside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment (thời điểm) as RFC 3339 writes it, with its offset: 2023-11-01T00:00:00+07:00.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: readMoment,
  parseLiteral: fromLiteral(Kind.STRING, readMoment),
});

function readMoment(value: unknown): Date {
  try {
    if (typeof value === 'string') return DateTimeResolver.parseValue(value);
  } catch {
    // What the library says of it has no code of ours.
  }
  const expected = 'a moment such as 2023-11-01T00:00:00+07:00';
  throw new CodedError('DATE_TIME_MALFORMED', `Expected ${expected}; got ${shown(value)}.`, {
    expected,
    received: shown(value),
  });
}
