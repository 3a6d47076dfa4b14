import type { Dimensions } from '../facts/indicators/indicator.ts';
import { protectedCounts } from '../protection/protected-counts.ts';
import { Protection } from '../protection/protection.ts';
import type { Sight } from '../protection/sight.ts';
import type { Register } from '../register/register.ts';
import type { Question } from '../rollup/best.ts';
import type { Fact } from '../rollup/fact.ts';
import type { Counts } from '../rollup/figure.ts';
import { ownReport } from '../rollup/own.ts';
import type { Window } from '../rollup/window.ts';
import { windowOf } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import type { Catalogue } from './snapshot/catalogue.ts';
import type { Publishers } from './snapshot/publishers.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What is asked of one indicator. */
interface Asked {
  readonly indicator: string;
  readonly dimensions: Dimensions;
}

/**
 * The counts of a question as a viewer sees them: as they are, or protected where they tell of a small group.
 * @param facts what units reported themselves, by their index
 */
export function countsSeen(
  snapshot: Snapshot,
  counts: Counts<number>,
  { indicator, dimensions }: Asked,
  question: Question,
  facts: ReadonlyMap<number, readonly Fact[]>,
  sight: Sight,
): Counts {
  if (sight.seesEverything) return counts;
  const verdict = protectionOf(snapshot, sight.smallest).verdictOn(indicator, dimensions);
  return protectedCounts(counts, verdict, sight, (unit, window) =>
    publishedBy(facts.get(unit.index), question, window),
  );
}

/** What a unit published of the whole period; of a stock, of its last day. */
function publishedBy(
  facts: readonly Fact[] | undefined,
  { period, behaviour, scale, knownAt }: Question,
  window: Window,
): number | undefined {
  const whole = windowOf(period);
  if (!facts || window.from !== whole.from || window.to !== whole.to) return undefined;
  const own = ownReport(facts, period, behaviour, scale, knownAt);
  if (own?.amount.qualifier !== 'EXACT') return undefined;
  const isOfLastDay = own.facts.every(({ days }) => days?.to === whole.to);
  return behaviour.overTime === 'LAST' && !isOfLastDay ? undefined : (own.amount.value ?? undefined);
}

interface Kept {
  readonly catalogue: Catalogue;
  readonly publishers: Publishers;
  readonly bySmallest: Map<number, Protection>;
}

/** Decisions live as long as what they were made of. */
const kept = new WeakMap<Register, Kept>();

function protectionOf({ tree, register, catalogue, publishers }: Snapshot, smallest: number): Protection {
  let shelf = kept.get(register);
  if (shelf?.catalogue !== catalogue || shelf.publishers !== publishers) {
    shelf = { catalogue, publishers, bySmallest: new Map() };
    kept.set(register, shelf);
  }
  const known = shelf.bySmallest.get(smallest);
  if (known) return known;
  const reserved = new Map<string, ReadonlySet<number>>();
  const made = new Protection({
    tree,
    register,
    smallest,
    valuesOf: (dimension) => valuesOf(catalogue, dimension),
    isReserved: (indicator, unit) => {
      const units = reserved.get(indicator) ?? withUnitsAbove(tree, publishers.get(indicator) ?? new Set());
      reserved.set(indicator, units);
      return units.has(unit.index);
    },
  });
  shelf.bySmallest.set(smallest, made);
  return made;
}

/** The values of a dimension that stand for nothing but themselves. */
function valuesOf(catalogue: Catalogue, dimension: string): string[] {
  const values = catalogue.dimension(dimension)?.values ?? [];
  return values.filter(({ covers }) => (covers ?? []).length === 0).map(({ value }) => value);
}

/** Some organisations, by id, and all units that they ever hung below, by index. */
export function withUnitsAbove(tree: Snapshot['tree'], organizations: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  const add = (unit: Unit | undefined): void => {
    if (!unit || found.has(unit.index)) return;
    found.add(unit.index);
    for (const { parent } of unit.placements) if (parent >= 0) add(tree.unit(parent));
  };
  for (const id of organizations) add(tree.byId(id));
  return found;
}
