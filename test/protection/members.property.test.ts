import fc from 'fast-check';
import type { Day } from '../../src/periods/day.ts';
import { dayOf, formatDay } from '../../src/periods/day.ts';
import type { Unit } from '../../src/tree/unit.ts';
import { Known } from './linear.ts';
import type { Sex, World } from './world.ts';
import { makeWorld, SEXES, SMALLEST, stayFacts, YEAR } from './world.ts';

/**
 * An attacker asks for the members of every unit at the end of every month, by sex and not, and combines whatever is
 * shown. No group of people who share units, day and sex can be counted so, nor by how many it changed from one month
 * to another within a year, unless that is nobody or not few.
 */
const INDICATOR = 'PARTY_MEMBERS';
const DAYS: readonly Day[] = Array.from({ length: 19 }, (_, month) => dayOf(YEAR, 7 - 13 + month, 1) - 1);

interface Group {
  readonly units: readonly Unit[];
  readonly day: Day;
  readonly sex: Sex | undefined;
}

test('no combination of shown members counts a small group, or tells that few came or went', () => {
  fc.assert(
    fc.property(stayFacts, (facts) => {
      expect(told(makeWorld(facts))).toEqual([]);
    }),
    { numRuns: 8 },
  );
}, 60_000);

function told(world: World): string[] {
  const known = learned(world);
  const found: string[] = [];
  for (const units of setsOf(world)) {
    for (const sex of [undefined, ...SEXES]) {
      for (const day of DAYS) {
        const group = { units, day, sex };
        const count = countOf(world, group);
        const atoms = atomsOf(world, group);
        if (count > 0 && count < SMALLEST && known.tells(atoms)) found.push(nameOf(group));
        for (const earlier of DAYS) {
          if (earlier >= day || day - earlier > 365) continue;
          const before = { units, day: earlier, sex };
          const change = Math.abs(count - countOf(world, before));
          if (change === 0 || change >= SMALLEST) continue;
          const others = atomsOf(world, before);
          if (known.tells(atoms.map((one, at) => one - (others[at] ?? 0))))
            found.push(`${nameOf(before)} – ${nameOf(group)}`);
        }
      }
    }
  }
  return found;
}

function learned(world: World): Known {
  const known = new Known(world.cells.length * DAYS.length * SEXES.length);
  for (const unit of world.tree.units) {
    for (const day of DAYS) {
      for (const sex of [undefined, ...SEXES]) {
        const group = { units: [unit], day, sex };
        if (world.isShown(INDICATOR, unit, { from: day, to: day + 1 }, dimensionsOf(sex)))
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

function countOf(world: World, { units, day, sex }: Group): number {
  return units.reduce(
    (sum, unit) => sum + world.count(INDICATOR, unit, { from: day, to: day + 1 }, dimensionsOf(sex)),
    0,
  );
}

function atomsOf(world: World, { units, day, sex }: Group): number[] {
  const within = new Set(units.flatMap((unit) => world.cellsBelow(unit)));
  return world.cells.flatMap((cell) =>
    DAYS.flatMap((each) => SEXES.map((one) => (within.has(cell) && each === day && (sex ?? one) === one ? 1 : 0))),
  );
}

function nameOf({ units, day, sex }: Group): string {
  return `${units.map(({ code }) => code).join()} ${formatDay(day)} ${sex ?? 'ALL'}`;
}

function dimensionsOf(sex: Sex | undefined): Record<string, string> {
  return sex === undefined ? {} : { SEX: sex };
}
