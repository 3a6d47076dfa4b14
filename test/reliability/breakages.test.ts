import { BREAKAGES } from '../../bench/reliability/breakages.ts';
import { checkAfter } from '../../bench/reliability/check.ts';
import { underLoad } from '../../bench/reliability/load.ts';
import type { World } from '../../bench/reliability/world.ts';
import { makeWorld } from '../../bench/reliability/world.ts';

/** The shortened run of npm run reliability: each part is broken once, under load. */

let world: World;
let acknowledged = 0;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);
afterAll(() => world.end(), 60_000);

test.each(BREAKAGES)(
  '$name: nothing acknowledged is lost, no figure is wrong, and it recovers by itself',
  async ({ happen }) => {
    const seen = await underLoad(world, () => happen(world, 1));
    const found = await checkAfter(world, seen);
    expect(seen).toMatchObject({ wrong: 0, uncoded: 0 });
    expect(found).toMatchObject({ missing: 0, differing: 0, flaws: 0 });
    expect(seen.right).toBeGreaterThan(0);
    acknowledged += seen.acknowledged.length;
    expect(world.server.unexpected).toEqual([]);
  },
  120_000,
);

test('all the while changes were taken', () => {
  expect(acknowledged).toBeGreaterThan(0);
});
