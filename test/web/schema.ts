import { buildSchema, parse } from 'graphql';
import { readAsked } from '../../web/src/answer/asked.ts';
import type { Asked } from '../../web/src/answer/asked.ts';
import type { Data } from '../../web/src/answer/data.ts';
import { tablesOf } from '../../web/src/table/tables.ts';
import type { Table } from '../../web/src/table/model.ts';

/** As much of the schema as the tables read: units, figures, connections, dimensions, sources. */
export const SCHEMA = buildSchema(`
  type Query { organization(code: String!): PartyOrganization organizations(codes: [String!]!): [PartyOrganization]! indicators: [Indicator!]! }
  interface PartyOrganization {
    id: ID! code: String! name: String! kind: String! closedOn: String
    parent(on: String): PartyOrganization
    children(on: String, first: Int): PartyOrganizationConnection!
    indicator(code: String!, period: String!): IndicatorValue!
    indicators(codes: [String!]!, period: String!): [IndicatorValue!]!
    series(code: String!, from: String!, to: String!, by: String!): [IndicatorValue!]!
    breakdown(code: String!, period: String!, by: [String!]!): [BreakdownCell!]!
  }
  type District implements PartyOrganization {
    id: ID! code: String! name: String! kind: String! closedOn: String
    parent(on: String): PartyOrganization
    children(on: String, first: Int): PartyOrganizationConnection!
    indicator(code: String!, period: String!): IndicatorValue!
    indicators(codes: [String!]!, period: String!): [IndicatorValue!]!
    series(code: String!, from: String!, to: String!, by: String!): [IndicatorValue!]!
    breakdown(code: String!, period: String!, by: [String!]!): [BreakdownCell!]!
    communes: PartyOrganizationConnection!
  }
  type PartyOrganizationConnection { nodes: [PartyOrganization!]! edges: [PartyOrganizationEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type PartyOrganizationEdge { node: PartyOrganization! cursor: String! }
  type PageInfo { hasNextPage: Boolean! }
  type Indicator { code: String! name: String! unit: String! kind: String! }
  type IndicatorValue {
    indicator: Indicator! organization: PartyOrganization! period: String! value: Float status: String! qualifier: String!
    target: Float achievement: Float coverage: Coverage! sources: [SourceDocument!]! previousYear: IndicatorValue
    contributions: ContributionConnection!
  }
  type Coverage { expected: Int! answered: Int! missing: PartyOrganizationConnection! }
  type SourceDocument { id: ID! title: String! }
  type BreakdownCell { dimensions: [Dimension!]! value: IndicatorValue! }
  type Dimension { name: String! value: String! }
  type ContributionConnection { nodes: [Contribution!]! }
  type Contribution { organization: PartyOrganization! value: Float! }
`);

/** The fields of a question over that schema. */
export function asked(question: string, variables: Readonly<Record<string, unknown>> = {}): readonly Asked[] {
  return readAsked(SCHEMA, parse(question), null, variables);
}

/** The tables of an answer to a question, in English. */
export function tables(
  question: string,
  answer: Data,
  variables: Readonly<Record<string, unknown>> = {},
): readonly Table[] {
  return tablesOf(answer, asked(question, variables), 'en');
}
