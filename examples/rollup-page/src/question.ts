import type { CalendarDate, IndicatorCode, Period } from '@dangbo/client';

/** What the page shows: a unit, an indicator, a period. It stands in the address, so that it can be passed on. */
export interface Question {
  readonly code: string;
  readonly indicator: IndicatorCode;
  readonly period: Period;
}

const FIRST: Question = { code: 'VN', indicator: 'PARTY_MEMBERS', period: '2023' };

/** Reads the question from the part of an address behind the #. */
export function questionIn(hash: string): Question {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    code: said.get('code') ?? FIRST.code,
    indicator: (said.get('indicator') ?? FIRST.indicator).toUpperCase() as IndicatorCode,
    period: said.get('period') ?? FIRST.period,
  };
}

/** The address of a question. */
export function addressOf({ code, indicator, period }: Question): string {
  return `#${new URLSearchParams({ code, indicator, period })}`;
}

/** The tree to go down: that of the last day of the period; today's where the period does not say it. */
export function treeDay(period: Period): CalendarDate | undefined {
  const year = /^\d{4}$/.exec(period)?.[0];
  if (year !== undefined) return `${Number(year)}-12-31`;
  return /\d{4}-\d{2}-\d{2}(?=~?$)/.exec(period)?.[0] as CalendarDate | undefined;
}
