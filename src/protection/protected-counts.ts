import type { Counts, Hidden } from '../rollup/figure.ts';
import type { Window } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import type { Verdict } from './protection.ts';
import { REASONS } from './reasons.ts';
import type { Sight } from './sight.ts';

/**
 * Counts as a viewer sees them: each is there, or hidden. The algebra works with what is shown alone, so that nothing
 * it makes can tell what is not.
 * @param published what a unit itself published of the very same: the count that it agrees with is public
 */
export function protectedCounts(
  counts: Counts<number>,
  verdict: Verdict,
  sight: Sight,
  published: (unit: Unit, window: Window) => number | undefined,
): Counts {
  return {
    count: (unit: Unit, window: Window): number | Hidden | undefined => {
      const count = counts.count(unit, window);
      if (count === undefined || sight.sees(unit)) return count;
      const reason = verdict(unit, window);
      return reason === undefined || published(unit, window) === count ? count : { hidden: REASONS[reason] };
    },
    coverage: (unit, window) => counts.coverage(unit, window),
    ...(counts.together && { together: () => ({ hidden: REASONS.TRANSFERS }) }),
  };
}
