import type { FigureAddress } from '../answer/cell.ts';
import type { SharedQuestion } from './share.ts';

/** What a figure is asked for wherever the page itself writes the question: the value, and all that says how far it holds. */
const FIGURE = `fragment Figure on IndicatorValue {
  indicator { code name unit }
  period
  value
  qualifier
  status
  target
  achievement
  coverage { expected answered }
}
`;

/** The day of whose tree a period is asked: its last day where it names one, else no day, which is today's. */
export function treeDay(period: string): string | null {
  const last = period.replace(/~$/, '').split('/').at(-1) ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(last)) return last;
  if (/^\d{4}$/.test(last)) return `${last}-12-31`;
  const month = /^(\d{4})-(?:Q([1-4])|(\d{2}))$/.exec(last);
  if (month === null) return null;
  const number = month[2] === undefined ? Number(month[3]) : Number(month[2]) * 3;
  return new Date(Date.UTC(Number(month[1]), number, 0)).toISOString().slice(0, 10);
}

/** One level down: the same indicators and period for a unit and for each unit right below it. */
export function downFrom(code: string, indicators: readonly string[], period: string): SharedQuestion {
  const query = `query OneLevelDown($code: String!, $indicators: [IndicatorCode!]!, $period: Period!, $on: Date) {
  organization(code: $code) {
    code
    name
    indicators(codes: $indicators, period: $period) { ...Figure }
    children(on: $on, first: 200) {
      nodes {
        code
        name
        indicators(codes: $indicators, period: $period) { ...Figure }
      }
      pageInfo { hasNextPage }
    }
  }
}

${FIGURE}`;
  return { query, variables: json({ code, indicators, period, on: treeDay(period) }) };
}

/** What a figure rests on: what adds up to it, from which sources, and who has not answered. */
export function behind({ unit, indicator, period }: FigureAddress): SharedQuestion {
  const query = `query WhatItRestsOn($code: String!, $indicator: IndicatorCode!, $period: Period!) {
  organization(code: $code) {
    code
    name
    indicator(code: $indicator, period: $period) {
      indicator { code name unit }
      period
      value
      qualifier
      status
      reported
      rolledUp
      discrepancy
      sources { title publishedOn }
      coverage {
        expected
        answered
        missing(first: 200) { nodes { code name } pageInfo { hasNextPage } }
      }
      contributions(first: 200) {
        nodes { organization { code name } value }
        pageInfo { hasNextPage }
      }
    }
  }
}
`;
  return { query, variables: json({ code: unit.code, indicator, period }) };
}

/** A unit of which no figure is at hand: what is right below it. */
export function childrenOf(code: string): SharedQuestion {
  const query = `query OneLevelDown($code: String!) {
  organization(code: $code) {
    code
    name
    kind
    children(first: 200) {
      nodes { code name kind }
      pageInfo { hasNextPage }
    }
  }
}
`;
  return { query, variables: json({ code }) };
}

function json(variables: object): string {
  return JSON.stringify(variables, null, 2);
}
