import fc from 'fast-check';
import { dayOf } from '../../src/periods/day.ts';
import type { Window } from '../../src/rollup/window.ts';
import type { Unit } from '../../src/tree/unit.ts';
import { Known } from './linear.ts';
import type { Origin, World } from './world.ts';
import { eventFacts, filtersOf, makeWorld, ORIGINS, ORIGINS_ASKED, SETS_OF_ORIGINS, SMALLEST, YEAR } from './world.ts';

/**
 * An attacker asks for admissions of every unit, over every run of months, by ethnicity and not, and combines whatever is
 * shown: sums, differences, and that what adds up to nothing is nothing. No group of people who share units, months and
 * ethnicities can be counted so, unless there is nobody in it or it is not small.
 */
const MONTHS = 12;
const INDICATOR = 'MEMBERS_ADMITTED';

interface Group {
  readonly units: readonly Unit[];
  readonly from: number;
  readonly to: number;
  /** Of which ethnicities; of all of them, whatever they are. */
  readonly origins: readonly Origin[];
}

const runs = Array.from({ length: MONTHS }, (_, from) =>
  Array.from({ length: MONTHS - from }, (__, length) => ({ from, to: from + length + 1 })),
).flat();

test('no combination of shown admissions counts a small group', () => {
  fc.assert(
    fc.property(eventFacts, fc.boolean(), (facts, moves) => {
      const world = makeWorld(facts, moves ? { 'P0-1-0': dayOf(YEAR, 7, 1) } : {});
      expect(smallGroupsTold(world)).toEqual([]);
    }),
    { numRuns: 4 },
  );
}, 120_000);

function smallGroupsTold(world: World): string[] {
  const attack = new Attack(world);
  const groups = groupsOf(world);
  attack.learn();
  // What follows may be zero, and then everything in it is: until nothing new follows.
  for (let told = true; told;) {
    told = false;
    for (const group of groups)
      if (attack.count(group) === 0 && attack.tells(group)) told = attack.isNothing(group) || told;
  }
  return groups
    .filter((group) => attack.count(group) > 0 && attack.count(group) < SMALLEST && attack.tells(group))
    .map((group) => `${group.units.map(({ code }) => code).join()} ${group.from}-${group.to} ${group.origins.join()}`);
}

class Attack {
  private readonly known: Known;

  constructor(private readonly world: World) {
    this.known = new Known(world.cells.length * MONTHS * ORIGINS.length);
  }

  learn(): void {
    for (const unit of this.world.tree.units) {
      for (const run of runs) {
        for (const origins of ORIGINS_ASKED) {
          const group = { units: [unit], ...run, origins };
          if (!this.world.isShown(INDICATOR, unit, windowOf(group), filtersOf(origins)[0])) continue;
          this.known.add(this.atoms(group));
          if (this.count(group) === 0) this.isNothing(group);
        }
      }
    }
  }

  isNothing(group: Group): boolean {
    const atoms = this.atoms(group);
    return atoms
      .map((one, at) => one === 1 && this.known.add(atoms.map((_, each) => (each === at ? 1 : 0))))
      .some(Boolean);
  }

  tells(group: Group): boolean {
    return this.known.tells(this.atoms(group));
  }

  count(group: Group): number {
    return group.units.reduce(
      (sum, unit) =>
        filtersOf(group.origins).reduce(
          (of, filter) => of + this.world.count(INDICATOR, unit, windowOf(group), filter),
          sum,
        ),
      0,
    );
  }

  /** One for each cell, month and ethnicity that is in a group. */
  private atoms({ units, from, to, origins }: Group): number[] {
    return this.world.cells.flatMap((cell) =>
      Array.from({ length: MONTHS }, (_, month) => {
        const day = dayOf(YEAR, month + 1, 10);
        const above = [cell, ...this.world.tree.ancestorsOn(cell, day)];
        const isIn = from <= month && month < to && units.some((unit) => above.includes(unit));
        return ORIGINS.map((each) => (isIn && origins.includes(each) ? 1 : 0));
      }).flat(),
    );
  }
}

/** Every unit, and every two and three below the same; all parts of the calendar and a few others. */
function groupsOf({ tree }: World): Group[] {
  const sets = tree.units.flatMap((unit) => {
    const below = tree.childrenOn(unit, dayOf(YEAR, 12, 31)).map(({ child }) => tree.unit(child));
    const pairs = below.flatMap((a, at) => below.slice(at + 1).map((b) => [a, b]));
    return [[unit], ...pairs];
  });
  const times = runs.filter(({ from, to }) => to - from === 1 || (from % 3 === 0 && to % 3 === 0));
  return sets.flatMap((units) =>
    times.flatMap((run) => SETS_OF_ORIGINS.map((origins) => ({ units, ...run, origins }))),
  );
}

function windowOf({ from, to }: Group): Window {
  return { from: dayOf(YEAR, from + 1, 1), to: dayOf(YEAR, to + 1, 1) };
}
