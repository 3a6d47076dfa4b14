import { comparable, CUBE_MONTHS, lastDayOf, periodOf } from '../database/months.ts';
import { sorted } from './eight.ts';
import type { Question } from './question.ts';
import { MAX_VARIANTS, pairs, sample } from './question.ts';

const ETHNICITIES = Array.from({ length: 54 }, (_, at) => String(at + 1).padStart(2, '0'));

const DANGBO = `query Q6($period: Period!, $on: Date!, $dimensions: [DimensionFilter!]!) {
  provinces(on: $on) { nodes { code indicator(code: "PARTY_MEMBERS", period: $period, dimensions: $dimensions) { value } } }
}`;
const POSTGRAPHILE = `query Q6($ethnicity: String!, $day: Date!) { youngWomenList(ethnicity: $ethnicity, day: $day) { code members } }`;
const MERCURIUS = `query Q6($ethnicity: String!, $day: String!) { youngWomen(ethnicity: $ethnicity, day: $day) { code members } }`;

interface DangboAnswer {
  readonly provinces: {
    readonly nodes: readonly { readonly code: string; readonly indicator: { readonly value: number | null } }[];
  };
}
type PeerAnswer = readonly { readonly code: string; readonly members: number }[] | null;

export const Q6: Question = {
  id: 'Q6',
  title: 'women up to 30 of one ethnicity in each province',
  statements: {
    Q6: `select json_agg(answer) as body from (
      select code, sum(members)::int as members
      from bench.cube_age join bench.unit on id = unit_id
      where ethnicity = $1 and day = $2 and sex = 'FEMALE' and age <= 30 and code <> 'VN' group by code order by code) answer`,
  },
  vary: (_, random) =>
    sample(pairs(comparable(CUBE_MONTHS), ETHNICITIES), MAX_VARIANTS, random).map(([month, ethnicity]) => {
      const day = lastDayOf(month);
      const dimensions = [
        { name: 'SEX', value: 'FEMALE' },
        { name: 'AGE_BAND', value: '18_TO_30' },
        { name: 'ETHNICITY', value: ethnicity },
      ];
      return {
        dangbo: { query: DANGBO, variables: { period: periodOf(month), on: day, dimensions } },
        postgraphile: { query: POSTGRAPHILE, variables: { ethnicity, day } },
        mercurius: { query: MERCURIUS, variables: { ethnicity, day } },
        sql: { statement: 'Q6', values: [ethnicity, day] },
      };
    }),
  // A cube has no row where nobody is: zero, and nothing, mean the same here.
  readDangbo: (data) =>
    sorted(
      (data as DangboAnswer).provinces.nodes
        .map(({ code, indicator }) => [code, indicator.value ?? 0] as const)
        .filter(([, members]) => members !== 0),
    ),
  readPeer: (rows) => sorted(((rows ?? []) as NonNullable<PeerAnswer>).map(({ code, members }) => [code, members])),
};
