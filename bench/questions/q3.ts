import { CELL_MONTHS, lastDayOf, periodOf } from '../database/months.ts';
import type { DangboFigures, PeerFigures } from './eight.ts';
import { EIGHT_CODES, EIGHT_COLUMNS, EIGHT_FIELDS, fromDangbo, fromPeer, sorted } from './eight.ts';
import type { Question } from './question.ts';
import { MAX_VARIANTS, pairs, sample } from './question.ts';

const DANGBO = `query Q3($code: String!, $codes: [IndicatorCode!]!, $period: Period!, $on: Date!) {
  organization(code: $code) {
    ... on District {
      grassrootsOrganizations(on: $on, first: 150) {
        nodes {
          code name
          indicators(codes: $codes, period: $period) { value }
          cells(on: $on, first: 300) { nodes { code indicator(code: "PARTY_MEMBERS", period: $period) { value } } }
        }
      }
    }
  }
}`;
const POSTGRAPHILE = `query Q3($code: String!, $month: Date!) {
  grassrootsOfList(code: $code, month: $month) { code name ${EIGHT_FIELDS} cells: cellsList { code members } }
}`;
const MERCURIUS = `query Q3($code: String!, $month: String!) {
  grassrootsOf(code: $code, month: $month) { code name ${EIGHT_FIELDS} cells { code members } }
}`;

interface Cell {
  readonly code: string;
}

interface DangboAnswer {
  readonly organization: {
    readonly grassrootsOrganizations: {
      readonly nodes: readonly (DangboFigures & {
        readonly cells: { readonly nodes: readonly (Cell & { readonly indicator: { readonly value: number } })[] };
      })[];
    };
  };
}

type PeerAnswer = readonly (PeerFigures & {
  readonly cells: readonly (Cell & { readonly members: number })[] | null;
})[];

export const Q3: Question = {
  id: 'Q3',
  title: 'a district: its grassroots organisations × 8 indicators, and the members of each cell',
  statements: {
    Q3: `select json_agg(answer) as body from (
      select code, name, ${EIGHT_COLUMNS}, cells
      from bench.unit_month grassroots
      join bench.unit on unit_id = id
      cross join lateral (
        select json_agg(json_build_object('code', unit.code, 'members', cell.members)) as cells
        from bench.unit_month cell join bench.unit on unit.id = cell.unit_id
        where cell.base_id = grassroots.unit_id and cell.month = grassroots.month
      ) below
      where grassroots.parent_id = (select id from bench.unit where unit.code = $1) and grassroots.month = $2
        and grassroots.kind in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL')
      order by code) answer`,
  },
  vary: ({ districts }, random) =>
    sample(pairs(districts, CELL_MONTHS), MAX_VARIANTS, random).map(([code, month]) => ({
      dangbo: { query: DANGBO, variables: { code, codes: EIGHT_CODES, period: periodOf(month), on: lastDayOf(month) } },
      postgraphile: { query: POSTGRAPHILE, variables: { code, month } },
      mercurius: { query: MERCURIUS, variables: { code, month } },
      sql: { statement: 'Q3', values: [code, month] },
    })),
  readDangbo: (data) =>
    sorted(
      (data as DangboAnswer).organization.grassrootsOrganizations.nodes.map((node) => [
        ...fromDangbo(node),
        ...sorted(node.cells.nodes.map(({ code, indicator }) => [code, indicator.value])),
      ]),
    ),
  readPeer: (rows) =>
    sorted(
      (rows as PeerAnswer).map(({ cells, ...row }) => [
        ...fromPeer(row as PeerFigures),
        ...sorted((cells ?? []).map(({ code, members }) => [code, members])),
      ]),
    ),
};
