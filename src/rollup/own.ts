import { formatPeriod } from '../periods/format.ts';
import type { Period, Span } from '../periods/period.ts';
import type { Amount } from './amount.ts';
import { hasParts, recomputeAmounts, sumAmounts } from './amount.ts';
import type { Fact } from './fact.ts';
import { latestVintage } from './fact.ts';
import type { KindBehaviour } from './kinds.ts';

/** What a unit itself reported for a period, and the facts that say so. */
export interface OwnReport {
  readonly amount: Amount;
  readonly facts: readonly Fact[];
}

/**
 * A unit's own report for a period, from its facts about the period and spans within it.
 *
 * The fact for exactly that period comes first. Else a stock takes the last day within the period, and
 * a flow the facts that tile it, each day once. A figure for nine months is never one for a year, an
 * approximate one never an exact one. A share that holds for each year of a term holds for the term; a
 * count for each year does not say the term's.
 */
export function ownReport(
  facts: readonly Fact[],
  period: Period,
  behaviour: KindBehaviour,
  scale: number,
  knownAt?: number,
): OwnReport | undefined {
  const key = formatPeriod(period);
  const stands = (fact: Fact): boolean =>
    fact.periodKey === key &&
    (fact.per === null || behaviour.overTime === 'RECOMPUTE') &&
    saysSomething(fact, behaviour);
  const same = latestVintage(facts.filter(stands), knownAt);
  if (same) return { amount: same, facts: [same] };
  if (period.type === 'term' || period.approximate) return undefined;
  const within = latestOfEachPeriod(
    facts.filter((fact) => saysSomething(fact, behaviour)),
    period,
    knownAt,
  );
  switch (behaviour.overTime) {
    case 'LAST':
      return lastWithin(within);
    case 'SUM':
      return together(tiling(within, period), sumAmounts);
    case 'RECOMPUTE':
      return together(tiling(within.filter(hasParts), period), (tiles) => recomputeAmounts(tiles, scale));
    case 'NEVER':
      return undefined;
  }
}

/** A count without a number says nothing; a ratio says something by its percent or by its parts. */
function saysSomething(fact: Fact, behaviour: KindBehaviour): boolean {
  return fact.value !== null || (behaviour.overUnits === 'RECOMPUTE' && hasParts(fact));
}

function together(
  tiles: readonly Fact[] | undefined,
  combine: (tiles: readonly Fact[]) => Amount | undefined,
): OwnReport | undefined {
  const amount = tiles && combine(tiles);
  return amount && { amount, facts: tiles };
}

type DatedFact = Fact & { readonly days: NonNullable<Fact['days']> };

function latestOfEachPeriod(facts: readonly Fact[], period: Span, knownAt?: number): DatedFact[] {
  const byPeriod = new Map<string, DatedFact[]>();
  for (const fact of facts) {
    if (!isDated(fact) || fact.approximate || fact.per !== null) continue;
    if (fact.days.from < period.from || fact.days.to > period.to) continue;
    const same = byPeriod.get(fact.periodKey);
    if (same) same.push(fact);
    else byPeriod.set(fact.periodKey, [fact]);
  }
  return [...byPeriod.values()].flatMap((same) => {
    const latest = latestVintage(same, knownAt);
    return latest && isDated(latest) ? [latest] : [];
  });
}

function isDated(fact: Fact): fact is DatedFact {
  return fact.days !== undefined;
}

function lastWithin(facts: readonly DatedFact[]): OwnReport | undefined {
  let last: DatedFact | undefined;
  for (const fact of facts) if (!last || isLater(fact, last)) last = fact;
  return last && { amount: last, facts: [last] };
}

/** Of two that end on the same day, the one about the shorter time speaks of that day more closely. */
function isLater(fact: DatedFact, than: DatedFact): boolean {
  return fact.days.to === than.days.to ? fact.days.from > than.days.from : fact.days.to > than.days.to;
}

/**
 * Facts that cover every day of the span once, or undefined. From each day on the longest fact is tried
 * first, so that few and larger facts are preferred; where it leads nowhere, the next.
 */
function tiling(facts: readonly DatedFact[], { from, to }: Span): DatedFact[] | undefined {
  const byStart = Map.groupBy(facts, (fact) => fact.days.from);
  for (const group of byStart.values()) group.sort((a, b) => b.days.to - a.days.to);
  const deadEnds = new Set<number>();
  const cover = (at: number): DatedFact[] | undefined => {
    if (at === to) return [];
    if (deadEnds.has(at)) return undefined;
    for (const fact of byStart.get(at) ?? []) {
      const rest = cover(fact.days.to);
      if (rest) return [fact, ...rest];
    }
    deadEnds.add(at);
    return undefined;
  };
  return cover(from);
}
