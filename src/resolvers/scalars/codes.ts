import { GraphQLScalarType, Kind } from 'graphql';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { CodedError, shown } from '../../errors/coded-error.ts';
import { fromLiteral } from './from-literal.ts';

const CODE = /^[A-Z][A-Z0-9_]{0,99}$/;

function readerOf(code: ErrorCode, example: string): (value: unknown) => string {
  const expected = `upper case with underscores, as in ${example}`;
  return (value) => {
    if (typeof value === 'string' && CODE.test(value)) return value;
    throw new CodedError(code, `Expected ${expected}; got ${shown(value)}.`, { expected, received: shown(value) });
  };
}

const readIndicatorCode = readerOf('INDICATOR_CODE_MALFORMED', 'PARTY_MEMBERS');
const readDimensionName = readerOf('DIMENSION_NAME_MALFORMED', 'MANAGED_BY');

/** The code of an indicator. */
export const IndicatorCodeScalar = new GraphQLScalarType<string, string>({
  name: 'IndicatorCode',
  description: 'The code of an indicator (mã chỉ tiêu thống kê): upper case, as in PARTY_MEMBERS.',
  serialize: String,
  parseValue: readIndicatorCode,
  parseLiteral: fromLiteral(Kind.STRING, readIndicatorCode),
});

/** The name of a dimension. */
export const DimensionNameScalar = new GraphQLScalarType<string, string>({
  name: 'DimensionName',
  description:
    'The name of a dimension (phân tổ), upper case: FORM, BY, SUBJECT, MANAGED_BY, AUDIENCE … A dimension says whether its parts add up to a total.',
  serialize: String,
  parseValue: readDimensionName,
  parseLiteral: fromLiteral(Kind.STRING, readDimensionName),
});
