import { comparable, MONTHS, periodOf } from '../database/months.ts';
import type { DangboFigures, PeerFigures } from './eight.ts';
import { EIGHT_CODES, EIGHT_COLUMNS, EIGHT_FIELDS, fromDangbo, fromPeer } from './eight.ts';
import type { Question } from './question.ts';
import { sample } from './question.ts';

const DANGBO = `query Q1($codes: [IndicatorCode!]!, $period: Period!) {
  nation { code name indicators(codes: $codes, period: $period) { value } }
}`;
const POSTGRAPHILE = `query Q1($codes: [String]!, $month: Date!) { figuresOfList(codes: $codes, month: $month) { code name ${EIGHT_FIELDS} } }`;
const MERCURIUS = `query Q1($codes: [String!]!, $month: String!) { figuresOf(codes: $codes, month: $month) { code name ${EIGHT_FIELDS} } }`;

export const Q1: Question = {
  id: 'Q1',
  title: 'eight indicators of the nation in a month',
  statements: {
    Q1: `select json_agg(answer) as body from (
      select code, name, ${EIGHT_COLUMNS}
      from bench.unit join bench.unit_month on unit_id = id where code = $1 and month = $2) answer`,
  },
  vary: (_, random) =>
    sample(comparable(MONTHS), MONTHS.length, random).map((month) => {
      const peer = { codes: ['VN'], month };
      return {
        dangbo: { query: DANGBO, variables: { codes: EIGHT_CODES, period: periodOf(month) } },
        postgraphile: { query: POSTGRAPHILE, variables: peer },
        mercurius: { query: MERCURIUS, variables: peer },
        sql: { statement: 'Q1', values: ['VN', month] },
      };
    }),
  readDangbo: (data) => fromDangbo((data as { nation: DangboFigures }).nation),
  readPeer: (rows) => (rows as PeerFigures[]).flatMap((row) => fromPeer(row)),
};
