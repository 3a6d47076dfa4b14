import { CELL_MONTHS, periodOf } from '../database/months.ts';
import type { DangboFigures, PeerFigures } from './eight.ts';
import { EIGHT, fromDangbo, fromPeer } from './eight.ts';
import type { Question } from './question.ts';
import { sample } from './question.ts';

const THREE = EIGHT.filter(({ field }) => ['members', 'admitted', 'disciplined'].includes(field));
const FIELDS = THREE.map(({ field }) => field);
const UNITS = 100;
const VARIANTS = 300;

const DANGBO = `query Q4($representations: [_Any!]!, $codes: [IndicatorCode!]!, $period: Period!) {
  _entities(representations: $representations) {
    ... on GrassrootsOrganization { code indicators(codes: $codes, period: $period) { value } }
  }
}`;
const POSTGRAPHILE = `query Q4($codes: [String]!, $month: Date!) { figuresOfList(codes: $codes, month: $month) { code ${FIELDS.join(' ')} } }`;
const MERCURIUS = `query Q4($codes: [String!]!, $month: String!) { unitsOf(codes: $codes) { code figures(month: $month) { ${FIELDS.join(' ')} } } }`;

type PeerAnswer = readonly (PeerFigures | { readonly code: string; readonly figures: PeerFigures })[];

export const Q4: Question = {
  id: 'Q4',
  title: '100 entities of a gateway × 3 indicators',
  statements: {
    Q4: `select json_agg(answer) as body from (
      select code, ${THREE.map(({ column }) => column).join(', ')}
      from unnest($1::text[]) with ordinality asked(code, number) join bench.unit using (code) join bench.unit_month on unit_id = id
      where month = $2 order by number) answer`,
  },
  vary: ({ grassroots }, random) =>
    Array.from({ length: VARIANTS }, () => {
      const codes = sample(grassroots, UNITS, random);
      const month = random.pick(CELL_MONTHS);
      const representations = codes.map((code) => ({ __typename: 'GrassrootsOrganization', code }));
      const indicators = THREE.map(({ code }) => code);
      return {
        dangbo: { query: DANGBO, variables: { representations, codes: indicators, period: periodOf(month) } },
        postgraphile: { query: POSTGRAPHILE, variables: { codes, month } },
        mercurius: { query: MERCURIUS, variables: { codes, month } },
        sql: { statement: 'Q4', values: [codes, month] },
      };
    }),
  // A unit that was not open then has no figures: null of dangbo, no row in the roll-up.
  readDangbo: (data) =>
    (data as { _entities: DangboFigures[] })._entities
      .map((entity) => fromDangbo(entity))
      .filter(([, ...values]) => values.some((value) => value !== null)),
  readPeer: (rows) =>
    (rows as PeerAnswer).flatMap((row) => {
      const flat =
        'figures' in row && typeof row.figures === 'object' ? row.figures && { code: row.code, ...row.figures } : row;
      return flat ? [fromPeer(flat as PeerFigures, FIELDS)] : [];
    }),
};
