import { GraphQLScalarType, Kind } from 'graphql';
import { formatPeriod } from '../../periods/format.ts';
import { parsePeriod } from '../../periods/parse.ts';
import type { Period } from '../../periods/period.ts';
import { fromLiteral } from './from-literal.ts';

/** Period in the schema; a parsed Period inside. */
export const PeriodScalar = new GraphQLScalarType<Period, string>({
  name: 'Period',
  description: `A span of time (kỳ báo cáo), as ISO 8601 and its extension (EDTF) write it: 2023 · 2023-Q3 · 2023-09 · 2023-09-30 (that day) ·
2023-01-01/2023-09-30 (both days in) · a ~ at the end for "about" (2023-01-01/2023-10-01~) · a congress term (nhiệm kỳ):
TERM-2020-2025 (all of it), TERM-2020-2025-H1 (its first half), TERM-2020-2025/.. (since its start, to the day of the source).`,
  serialize: (value) => (typeof value === 'string' ? value : formatPeriod(value as Period)),
  parseValue: parsePeriod,
  parseLiteral: fromLiteral(Kind.STRING, parsePeriod),
});
