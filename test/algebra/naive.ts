import type { IndicatorKind, Qualifier } from '../../src/facts/indicators/indicator.ts';
import type { Day } from '../../src/periods/day.ts';
import type { World } from './generated.ts';
import { endOf, factsOf } from './generated.ts';
import type { Fact } from '../../src/rollup/fact.ts';

/**
 * The algebra once more, slowly and from the other end: not down the tree from the unit asked, but up from
 * every single fact, a day at a time, asking who stands in between. Written to be compared with, it
 * shares nothing with src/rollup but the shape of a fact.
 */
export interface Naive {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly qualifier: Qualifier;
  /** Ids of the facts that it is made of, in rising order. */
  readonly facts: readonly number[];
}

const FROM = Date.UTC(2023, 0, 1) / 86_400_000;
const TO = Date.UTC(2024, 0, 1) / 86_400_000;

/** What a unit's figure for the year 2023 is; undefined where there is none. */
export function naiveBest(world: World, kind: IndicatorKind, unit: number, knownAt = 99): Naive | undefined {
  const own = ownFacts(world, kind, unit, TO, knownAt);
  return own ? combined(kind, own, true) : naiveBelow(world, kind, unit, knownAt);
}

/** What everything below a unit adds up to. */
export function naiveBelow(world: World, kind: IndicatorKind, unit: number, knownAt = 99): Naive | undefined {
  if (kind === 'CLASS') return undefined;
  const counted: Fact[] = [];
  const until = kind === 'STOCK' ? Math.min(TO, endOf(at(world, unit))) : TO;
  world.units.forEach((made, index) => {
    for (const fact of reportOf(world, kind, index, until, knownAt) ?? []) {
      const day = kind === 'STOCK' ? until - 1 : Math.min((fact.days?.to ?? TO) - 1, endOf(made) - 1);
      if (day >= FROM && reaches(world, kind, index, unit, day, until, knownAt)) counted.push(fact);
    }
  });
  return counted.length === 0 ? undefined : combined(kind, counted, false);
}

/** Whether a unit's report gets up to another on a day, with nobody in between who reported for it. */
function reaches(
  world: World,
  kind: IndicatorKind,
  from: number,
  to: number,
  day: Day,
  until: Day,
  knownAt: number,
): boolean {
  let above = parentOn(world, from, day);
  while (above !== undefined && above !== to) {
    if (reportOf(world, kind, above, until, knownAt)) return false;
    above = parentOn(world, above, day);
  }
  return above === to;
}

function parentOn(world: World, index: number, day: Day): number | undefined {
  const unit = at(world, index);
  if (index === 0 || day >= endOf(unit)) return undefined;
  return unit.moves && day >= unit.moves.on ? unit.moves.to : unit.parent;
}

/** The facts by which a unit answers for itself to those above it. */
function reportOf(
  world: World,
  kind: IndicatorKind,
  unit: number,
  until: Day,
  knownAt: number,
): readonly Fact[] | undefined {
  const facts = ownFacts(world, kind, unit, until, knownAt);
  return facts && isRatio(kind) && facts.some((fact) => fact.numerator === null || fact.denominator === null)
    ? undefined
    : facts;
}

const remembered = new WeakMap<World, Map<string, readonly Fact[] | undefined>>();

function ownFacts(
  world: World,
  kind: IndicatorKind,
  unit: number,
  until: Day,
  knownAt: number,
): readonly Fact[] | undefined {
  const answers = remembered.get(world) ?? new Map<string, readonly Fact[] | undefined>();
  remembered.set(world, answers);
  const key = [kind, unit, until, knownAt].join();
  if (!answers.has(key)) answers.set(key, findOwnFacts(world, kind, unit, until, knownAt));
  return answers.get(key);
}

function findOwnFacts(
  world: World,
  kind: IndicatorKind,
  unit: number,
  until: Day,
  knownAt: number,
): readonly Fact[] | undefined {
  const usable = factsOf(world, kind).filter(
    (fact) => fact.unit === unit && fact.knownAt <= knownAt && says(fact, kind),
  );
  const newest = usable.filter(
    (fact) => !usable.some((other) => other.periodKey === fact.periodKey && isNewer(other, fact)),
  );
  const exact = newest.find((fact) => fact.periodKey === '2023' && (fact.days?.to ?? 0) <= until);
  if (exact) return [exact];
  const within = newest.filter(
    (fact) => !fact.approximate && fact.days && fact.days.from >= FROM && fact.days.to <= TO,
  );
  if (kind === 'CLASS') return undefined;
  if (kind === 'STOCK') return lastOf(within.filter((fact) => (fact.days?.to ?? 0) <= until));
  return longestFirst(
    coverings(
      isRatio(kind) ? within.filter((fact) => fact.numerator !== null && fact.denominator !== null) : within,
      FROM,
    ),
  );
}

function says(fact: Fact, kind: IndicatorKind): boolean {
  return fact.value !== null || (isRatio(kind) && fact.numerator !== null && fact.denominator !== null);
}

function isNewer(fact: Fact, than: Fact): boolean {
  return fact.knownAt > than.knownAt || (fact.knownAt === than.knownAt && fact.id > than.id);
}

function lastOf(facts: readonly Fact[]): readonly Fact[] | undefined {
  const sorted = [...facts].sort((a, b) => lastMoment(a) - lastMoment(b));
  return sorted.length === 0 ? undefined : sorted.slice(-1);
}

/** Later ends count more than later starts. */
function lastMoment({ days }: Fact): number {
  return (days?.to ?? 0) * 100_000 + (days?.from ?? 0);
}

/** Every way to cover the year from a day on, each day once. */
function coverings(facts: readonly Fact[], from: Day): Fact[][] {
  if (from === TO) return [[]];
  return facts
    .filter((fact) => fact.days?.from === from)
    .flatMap((fact) => coverings(facts, fact.days?.to ?? TO).map((rest) => [fact, ...rest]));
}

/** Of all ways, the one whose first fact is the longest, then the second … */
function longestFirst(ways: readonly Fact[][]): Fact[] | undefined {
  return [...ways].sort((a, b) => compareEnds(b, a))[0];
}

function compareEnds(a: readonly Fact[], b: readonly Fact[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index]?.days?.to ?? 0) - (b[index]?.days?.to ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function combined(kind: IndicatorKind, facts: readonly Fact[], isOwn: boolean): Naive {
  const ids = facts.map((fact) => fact.id).sort((a, b) => a - b);
  const qualifier = facts.some((fact) => fact.qualifier === 'GREATER_THAN')
    ? 'GREATER_THAN'
    : facts.some((fact) => fact.qualifier === 'AT_LEAST')
      ? 'AT_LEAST'
      : 'EXACT';
  const [only] = facts;
  if (only && facts.length === 1 && isOwn) {
    return { value: only.value, numerator: only.numerator, denominator: only.denominator, qualifier, facts: ids };
  }
  if (!isRatio(kind))
    return {
      value: total(facts.map((fact) => fact.value ?? 0)),
      numerator: null,
      denominator: null,
      qualifier,
      facts: ids,
    };
  const numerator = total(facts.map((fact) => fact.numerator ?? 0));
  const denominator = total(facts.map((fact) => fact.denominator ?? 0));
  const value = denominator === 0 ? null : (numerator / denominator) * (kind === 'RATIO' ? 100 : 1);
  return { value, numerator, denominator, qualifier, facts: ids };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function isRatio(kind: IndicatorKind): boolean {
  return kind === 'RATIO' || kind === 'AVERAGE';
}

function at(world: World, index: number): World['units'][number] {
  const unit = world.units[index];
  if (!unit) throw new RangeError(`no unit ${index}`);
  return unit;
}
