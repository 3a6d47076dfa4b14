import { checkAfter } from '../../bench/reliability/check.ts';
import { breakUnderLoad } from '../../bench/reliability/run.ts';
import { forgetTemplate } from '../../bench/reliability/template.ts';
import type { Breakage } from '../../bench/reliability/world.ts';

/** The shortened run of npm run reliability: each of some parts is broken once, under load. */
export function tryOut(breakages: readonly Breakage[]): void {
  afterAll(forgetTemplate);

  test.each(breakages)(
    '$name: nothing acknowledged is lost, no figure is wrong, and it recovers by itself',
    async ({ name, obstacle, open }) => {
      const why = obstacle?.();
      if (why !== undefined) {
        process.stdout.write(`Not tried here: ${name}: ${why}.\n`);
        expect(why).not.toBe('');
        return;
      }
      const world = await open();
      try {
        const { seen } = await breakUnderLoad(world, 1);
        const { missing, differing, flaws } = await checkAfter(world, seen);
        expect({ wrong: seen.wrongOnes, uncoded: seen.uncoded }).toEqual({ wrong: [], uncoded: 0 });
        expect({ missing, differing, flaws }).toEqual({ missing: 0, differing: 0, flaws: 0 });
        expect(Math.min(seen.right, ...seen.changes)).toBeGreaterThan(0);
        expect(world.unexpected()).toEqual([]);
      } finally {
        await world.end();
      }
    },
    240_000,
  );
}
