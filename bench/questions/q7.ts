import { comparable, MONTHS, periodOf } from '../database/months.ts';
import { EIGHT } from './eight.ts';
import type { Question } from './question.ts';
import { MAX_VARIANTS, pairs, sample } from './question.ts';

const FIRST = MONTHS[0] ?? '';
const LAST = MONTHS.at(-1) ?? '';
const COMPARED = new Set(comparable(MONTHS).map(periodOf));

const DANGBO = `query Q7($province: String!, $code: IndicatorCode!, $from: Period!, $to: Period!) {
  organization(code: $province) { series(code: $code, from: $from, to: $to, by: MONTH) { period value } }
}`;
const postgraphileFor = (field: string): string =>
  `query Q7($code: String!, $from: Date!, $to: Date!) { seriesOfList(code: $code, fromMonth: $from, toMonth: $to) { month value: ${field} } }`;
const mercuriusFor = (field: string): string =>
  `query Q7($code: String!, $from: String!, $to: String!) { seriesOf(code: $code, fromMonth: $from, toMonth: $to) { month value: ${field} } }`;

interface DangboAnswer {
  readonly organization: { readonly series: readonly { readonly period: string; readonly value: number | null }[] };
}
type PeerAnswer = readonly { readonly month: string; readonly value: number | null }[];

export const Q7: Question = {
  id: 'Q7',
  title: 'sixty months of one indicator of a province',
  statements: Object.fromEntries(
    EIGHT.map(({ column, field }) => [
      `Q7_${field}`,
      `select json_agg(answer) as body from (
      select month, ${column} as value from bench.unit_month
      where unit_id = (select id from bench.unit where code = $1) and month between $2 and $3 order by month) answer`,
    ]),
  ),
  vary: ({ provinces }, random) =>
    sample(pairs(provinces, EIGHT), MAX_VARIANTS, random).map(([province, { code, field }]) => {
      const peer = { code: province, from: FIRST, to: LAST };
      return {
        dangbo: { query: DANGBO, variables: { province, code, from: periodOf(FIRST), to: periodOf(LAST) } },
        postgraphile: { query: postgraphileFor(field), variables: peer },
        mercurius: { query: mercuriusFor(field), variables: peer },
        sql: { statement: `Q7_${field}`, values: [province, FIRST, LAST] },
      };
    }),
  // After a province ended dangbo says null, and the roll-up has no row. One month is asked for, and not compared.
  readDangbo: (data) =>
    (data as DangboAnswer).organization.series.flatMap(({ period, value }) =>
      value === null || !COMPARED.has(period) ? [] : [[period, value]],
    ),
  readPeer: (rows) =>
    (rows as PeerAnswer).flatMap(({ month, value }) =>
      value === null || !COMPARED.has(periodOf(month)) ? [] : [[periodOf(month), value]],
    ),
};
