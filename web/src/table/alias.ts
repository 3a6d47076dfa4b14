import type { Fact } from '../answer/facts.ts';

const first = (place: string): string => place.split('.')[0] ?? '';
const last = (place: string): string => place.split('.').at(-1) ?? '';

/** What a fact says of itself without its alias. */
function ownWords({ units, measure, period, dimensions }: Fact): string {
  const parts = dimensions.map((leaf) => [leaf.id, leaf.cell]);
  return JSON.stringify([units.at(-1)?.key, measure.code ?? measure.label, period, parts]);
}

/**
 * The name under which each figure was asked, where two would read the same without it: as was known then and now, of
 * members and of organisations. Empty where no two do.
 */
export function tellingAliases(facts: readonly Fact[]): ReadonlyMap<Fact, string> {
  const seen = new Map<string, Set<string>>();
  for (const fact of facts) seen.set(ownWords(fact), (seen.get(ownWords(fact)) ?? new Set()).add(fact.place));
  if ([...seen.values()].every((places) => places.size === 1)) return new Map();
  const ends = new Set(facts.map((fact) => last(fact.place)));
  return new Map(facts.map((fact) => [fact, ends.size > 1 ? last(fact.place) : first(fact.place)]));
}

/** Where a unit stands in the question: one that was asked for in two places has two rows. */
export function standing(fact: Fact): string {
  const unit = fact.units.at(-1)?.key ?? '';
  return `${unit}@${fact.place.split('.').slice(0, -1).join('.')}`;
}
