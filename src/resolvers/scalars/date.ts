import { GraphQLScalarType, Kind } from 'graphql';
import { CodedError, shown } from '../../errors/coded-error.ts';
import type { Day } from '../../periods/day.ts';
import { formatDay, parseDay } from '../../periods/day.ts';
import { fromLiteral } from './from-literal.ts';

/** Date in the schema; a whole number of days since 1970-01-01 inside. */
export const DateScalar = new GraphQLScalarType<Day, string>({
  name: 'Date',
  description: 'A day of the calendar (ngày) as ISO 8601 writes it: 2023-09-30.',
  serialize: (value) => (typeof value === 'number' ? formatDay(value) : String(value)),
  parseValue: readDay,
  parseLiteral: fromLiteral(Kind.STRING, readDay),
});

function readDay(value: unknown): Day {
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  if (day !== undefined) return day;
  throw new CodedError('DATE_MALFORMED', `Expected a day as YYYY-MM-DD; got ${shown(value)}.`, {
    expected: 'a day as YYYY-MM-DD',
    received: shown(value),
  });
}
