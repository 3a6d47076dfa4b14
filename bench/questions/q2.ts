import { comparable, lastDayOf, MONTHS, periodOf } from '../database/months.ts';
import type { DangboFigures, PeerFigures } from './eight.ts';
import { EIGHT_CODES, EIGHT_COLUMNS, EIGHT_FIELDS, fromDangbo, fromPeer, sorted } from './eight.ts';
import type { Question } from './question.ts';
import { sample } from './question.ts';

const DANGBO = `query Q2($codes: [IndicatorCode!]!, $period: Period!, $on: Date!) {
  provinces(on: $on) { nodes { code name indicators(codes: $codes, period: $period) { value } } }
}`;
const POSTGRAPHILE = `query Q2($month: Date!) { provincesInList(month: $month) { code name ${EIGHT_FIELDS} } }`;
const MERCURIUS = `query Q2($month: String!) { provincesIn(month: $month) { code name ${EIGHT_FIELDS} } }`;

/** Months in which there were 63 provinces. */
const BEFORE_THE_REFORM = comparable(MONTHS).filter((month) => month < '2025-07');

export const Q2: Question = {
  id: 'Q2',
  title: '63 provinces × 8 indicators in a month',
  statements: {
    Q2: `select json_agg(answer) as body from (
      select code, name, ${EIGHT_COLUMNS}
      from bench.unit_month join bench.unit on unit_id = id
      where parent_id = (select id from bench.unit where code = 'VN') and month = $1 and kind = 'PROVINCE' order by code) answer`,
  },
  vary: (_, random) =>
    sample(BEFORE_THE_REFORM, BEFORE_THE_REFORM.length, random).map((month) => ({
      dangbo: { query: DANGBO, variables: { codes: EIGHT_CODES, period: periodOf(month), on: lastDayOf(month) } },
      postgraphile: { query: POSTGRAPHILE, variables: { month } },
      mercurius: { query: MERCURIUS, variables: { month } },
      sql: { statement: 'Q2', values: [month] },
    })),
  readDangbo: (data) => sorted((data as { provinces: { nodes: DangboFigures[] } }).provinces.nodes.map(fromDangbo)),
  readPeer: (rows) => sorted((rows as PeerFigures[]).map((row) => fromPeer(row))),
};
