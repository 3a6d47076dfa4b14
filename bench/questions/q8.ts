import { MONTHS, lastDayOf } from '../database/months.ts';
import { sorted } from './eight.ts';
import type { Question } from './question.ts';
import { MAX_VARIANTS, pairs, sample } from './question.ts';

const CELLS = 10;
const MEMBERS = 5;
const PERSON = 'fullName sex bornOn ethnicity admittedOn status';
/** Ends of months after the reform. */
const DAYS = MONTHS.filter((month) => month >= '2025-07').map(lastDayOf);

const DANGBO = `query Q8($code: String!, $on: Date!) {
  organization(code: $code) {
    ... on Commune {
      grassrootsOrganizations(on: $on, first: ${CELLS}) { nodes { code members(on: $on, first: ${MEMBERS}) { nodes { id ${PERSON} } } } }
    }
  }
}`;
const POSTGRAPHILE = `query Q8($code: String!, $day: Date!) {
  cellsOfList(code: $code, day: $day, cells: ${CELLS}) { code members: membersList(day: $day, members: ${MEMBERS}) { id: rowId ${PERSON} } }
}`;
const MERCURIUS = `query Q8($code: String!, $day: String!) {
  cellsOf(code: $code, day: $day, cells: ${CELLS}) { code members(day: $day, members: ${MEMBERS}) { id ${PERSON} } }
}`;

type Person = Readonly<Record<string, string | number>>;

interface DangboAnswer {
  readonly organization: {
    readonly grassrootsOrganizations: {
      readonly nodes: readonly { readonly code: string; readonly members: { readonly nodes: readonly Person[] } }[];
    };
  };
}
type PeerAnswer = readonly { readonly code: string; readonly members: readonly Person[] | null }[] | null;

export const Q8: Question = {
  id: 'Q8',
  title: 'fifty members of a commune, from ten of its cells',
  statements: {
    Q8: `select json_agg(json_build_object('code', cell.code, 'members', page.members) order by cell.code) as body
      from bench.cells_of($1, $2, ${CELLS}) cell
      cross join lateral (
        select json_agg(person) as members from (
          select member.id, full_name as "fullName", sex, born_on as "bornOn", ethnicity, admitted_on as "admittedOn", status
          from member_cell join member on member.id = member_id
          where cell_id = cell.id and valid @> $2::date order by member.id limit ${MEMBERS}) person
      ) page`,
  },
  vary: ({ communes }, random) =>
    sample(pairs(communes, DAYS), MAX_VARIANTS, random).map(([code, day]) => ({
      dangbo: { query: DANGBO, variables: { code, on: day } },
      postgraphile: { query: POSTGRAPHILE, variables: { code, day } },
      mercurius: { query: MERCURIUS, variables: { code, day } },
      sql: { statement: 'Q8', values: [code, day] },
    })),
  readDangbo: (data) =>
    (data as DangboAnswer).organization.grassrootsOrganizations.nodes.map(({ code, members }) => [
      code,
      ...people(members.nodes),
    ]),
  readPeer: (rows) =>
    ((rows ?? []) as NonNullable<PeerAnswer>).map(({ code, members }) => [code, ...people(members ?? [])]),
};

function people(list: readonly Person[]): unknown[] {
  return sorted(list.map(({ id, ...person }) => [Number(id), ...PERSON.split(' ').map((field) => person[field])]));
}
