import fc from 'fast-check';
import type { Day } from '../../src/periods/day.ts';
import { dayOf, formatDay } from '../../src/periods/day.ts';
import type { Unit } from '../../src/tree/unit.ts';
import { Known } from './linear.ts';
import type { Origin, World } from './world.ts';
import { filtersOf, makeWorld, ORIGINS, ORIGINS_ASKED, SETS_OF_ORIGINS, SMALLEST, stayFacts, YEAR } from './world.ts';

/**
 * An attacker asks for the members of every unit at the end of every month, by ethnicity and not, and combines whatever is
 * shown. No group of people who share units, day and ethnicities can be counted so, nor by how many it changed from one month
 * to another within a year, unless that is nobody or not few.
 */
const INDICATOR = 'PARTY_MEMBERS';
const DAYS: readonly Day[] = Array.from({ length: 14 }, (_, month) => dayOf(YEAR, month, 1) - 1);

interface Group {
  readonly units: readonly Unit[];
  readonly day: Day;
  /** Of which ethnicities; of all of them, whatever they are. */
  readonly origins: readonly Origin[];
}

test('no combination of shown members counts a small group, or tells that few came or went', () => {
  fc.assert(
    fc.property(stayFacts, (facts) => {
      expect(told(makeWorld(facts))).toEqual([]);
    }),
    { numRuns: 4 },
  );
}, 60_000);

function told(world: World): string[] {
  const known = learned(world);
  const found: string[] = [];
  for (const units of setsOf(world)) {
    for (const origins of SETS_OF_ORIGINS) {
      for (const day of DAYS) {
        const group = { units, day, origins };
        const count = countOf(world, group);
        const atoms = atomsOf(world, group);
        if (count > 0 && count < SMALLEST && known.tells(atoms)) found.push(nameOf(group));
        for (const earlier of DAYS) {
          if (earlier >= day || day - earlier > 365) continue;
          const before = { units, day: earlier, origins };
          const change = Math.abs(count - countOf(world, before));
          if (change === 0 || change >= SMALLEST || origins.length === 2) continue;
          const parts = partsOf(group);
          const isSum = parts.length > 1 && parts.every((part) => tellsChange(world, known, part, earlier));
          if (!isSum && tellsChange(world, known, group, earlier)) found.push(`${nameOf(before)} – ${nameOf(group)}`);
        }
      }
    }
  }
  return found;
}

/** Changes of several units that are shown, each of them not small, may add up to a small one: it tells of no small group. */
function partsOf({ units, day, origins }: Group): Group[] {
  return units.map((unit) => ({ units: [unit], day, origins }));
}

function tellsChange(world: World, known: Known, group: Group, earlier: Day): boolean {
  const before = atomsOf(world, { ...group, day: earlier });
  return known.tells(atomsOf(world, group).map((one, at) => one - (before[at] ?? 0)));
}

function learned(world: World): Known {
  const known = new Known(world.cells.length * DAYS.length * ORIGINS.length);
  for (const unit of world.tree.units) {
    for (const day of DAYS) {
      for (const origins of ORIGINS_ASKED) {
        const group = { units: [unit], day, origins };
        if (world.isShown(INDICATOR, unit, { from: day, to: day + 1 }, filtersOf(origins)[0]))
          known.add(atomsOf(world, group));
      }
    }
  }
  return known;
}

function setsOf({ tree }: World): Unit[][] {
  return tree.units.flatMap((unit) => {
    const below = tree.childrenOn(unit, dayOf(YEAR, 12, 31)).map(({ child }) => tree.unit(child));
    return [[unit], ...below.flatMap((a, at) => below.slice(at + 1).map((b) => [a, b]))];
  });
}

function countOf(world: World, { units, day, origins }: Group): number {
  return units.reduce(
    (sum, unit) =>
      filtersOf(origins).reduce(
        (of, filter) => of + world.count(INDICATOR, unit, { from: day, to: day + 1 }, filter),
        sum,
      ),
    0,
  );
}

function atomsOf(world: World, { units, day, origins }: Group): number[] {
  const within = new Set(units.flatMap((unit) => world.cellsBelow(unit)));
  return world.cells.flatMap((cell) =>
    DAYS.flatMap((each) => ORIGINS.map((one) => (within.has(cell) && each === day && origins.includes(one) ? 1 : 0))),
  );
}

function nameOf({ units, day, origins }: Group): string {
  return `${units.map(({ code }) => code).join()} ${formatDay(day)} ${origins.join()}`;
}
