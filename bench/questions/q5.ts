import { comparable, CUBE_MONTHS, lastDayOf, periodOf } from '../database/months.ts';
import { sorted } from './eight.ts';
import type { Question } from './question.ts';
import { sample } from './question.ts';

const DANGBO = `query Q5($period: Period!) {
  nation { breakdown(code: "PARTY_MEMBERS", period: $period, by: ["SEX", "AGE_BAND"]) { dimensions { name value } value { value } } }
}`;
const POSTGRAPHILE = `query Q5($code: String!, $day: Date!) { bySexAndBandList(code: $code, day: $day) { sex band members } }`;
const MERCURIUS = `query Q5($code: String!, $day: String!) { bySexAndBand(code: $code, day: $day) { sex band members } }`;

interface DangboAnswer {
  readonly nation: {
    readonly breakdown: readonly {
      readonly dimensions: readonly { readonly name: string; readonly value: string }[];
      readonly value: { readonly value: number };
    }[];
  };
}
type PeerAnswer = readonly { readonly sex: string; readonly band: string; readonly members: number }[];

export const Q5: Question = {
  id: 'Q5',
  title: 'members of the nation by sex and age band',
  statements: {
    Q5: `select json_agg(answer) as body from (
      select sex, band, members from bench.cube_band
      where unit_id = (select id from bench.unit where code = $1) and day = $2 order by sex, band) answer`,
  },
  vary: (_, random) =>
    sample(comparable(CUBE_MONTHS), CUBE_MONTHS.length, random).map((month) => {
      const peer = { code: 'VN', day: lastDayOf(month) };
      return {
        dangbo: { query: DANGBO, variables: { period: periodOf(month) } },
        postgraphile: { query: POSTGRAPHILE, variables: peer },
        mercurius: { query: MERCURIUS, variables: peer },
        sql: { statement: 'Q5', values: [peer.code, peer.day] },
      };
    }),
  readDangbo: (data) =>
    sorted(
      (data as DangboAnswer).nation.breakdown.map(({ dimensions, value: { value } }) => [
        ...dimensions.map((dimension) => dimension.value).sort(),
        value,
      ]),
    ),
  readPeer: (rows) => sorted((rows as PeerAnswer).map(({ sex, band, members }) => [...[sex, band].sort(), members])),
};
