import { GraphQLScalarType, Kind } from 'graphql';
import { CodedError, shown } from '../../errors/coded-error.ts';
import { fromLiteral } from './from-literal.ts';

const CODE = /^[A-Z][A-Z0-9_]{0,99}$/;

function readCode(value: unknown): string {
  if (typeof value === 'string' && CODE.test(value)) return value;
  throw new CodedError('INDICATOR_CODE_MALFORMED', `Expected upper case with underscores, as in PARTY_MEMBERS; got ${shown(value)}.`, {
    expected: 'upper case with underscores, as in PARTY_MEMBERS',
    received: shown(value),
  });
}

/** The code of an indicator. */
export const IndicatorCodeScalar = new GraphQLScalarType<string, string>({
  name: 'IndicatorCode',
  description: 'The code of an indicator (mã chỉ tiêu thống kê): upper case, as in PARTY_MEMBERS.',
  serialize: String,
  parseValue: readCode,
  parseLiteral: fromLiteral(Kind.STRING, readCode),
});

/** The name of a dimension. */
export const DimensionNameScalar = new GraphQLScalarType<string, string>({
  name: 'DimensionName',
  description:
    'The name of a dimension (phân tổ), upper case: FORM, BY, SUBJECT, MANAGED_BY, AUDIENCE … A dimension says whether its parts add up to a total.',
  serialize: String,
  parseValue: readCode,
  parseLiteral: fromLiteral(Kind.STRING, readCode),
});
