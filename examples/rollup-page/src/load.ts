import { type Ask, RollUpDocument, type RollUpQuery, UnitsBelowDocument, type UnitsBelowQuery } from '@dangbo/client';
import { type Question, treeDay } from './question.ts';

export type Unit = NonNullable<RollUpQuery['organization']>;
export type Below = NonNullable<UnitsBelowQuery['organization']>['children'];
export type UnitBelow = Below['nodes'][number];

/** What the page shows of a unit. */
export interface Loaded {
  readonly unit: Unit;
  readonly below: readonly UnitBelow[];
}

/** More than any unit has directly below it. */
const PAGE = 1000;

/** Asks for a unit and for those below it, both at once; undefined if there is no such unit. */
export async function load(ask: Ask, question: Question, signal: AbortSignal): Promise<Loaded | undefined> {
  const { code, indicator, period } = question;
  const on = treeDay(period);
  const [{ organization: unit }, { organization: parent }] = await Promise.all([
    ask(RollUpDocument, { code, indicators: [indicator], period, on }, { signal }),
    ask(UnitsBelowDocument, { code, indicator, period, on, first: PAGE }, { signal }),
  ]);
  return unit === null ? undefined : { unit, below: parent?.children.nodes ?? [] };
}
