import type { RequestContext } from '../../loaders/context.ts';
import type { ValueQuestion } from '../../loaders/values.ts';
import type { Dimensions } from '../../facts/indicators/indicator.ts';
import { dimensionsKey } from '../../facts/indicators/indicator.ts';

/**
 * The combinations of some dimensions that facts about the period speak of: those that name these
 * dimensions and no other, in the order of their names and values.
 */
export async function combinationsOf({ snapshot }: RequestContext, { indicator, period }: ValueQuestion, by: readonly string[]): Promise<Dimensions[]> {
  const [rows = []] = await snapshot.facts([{ indicator: indicator.code, role: 'ACTUAL', period }]);
  const names = [...new Set(by)].sort().join();
  const found = new Map<string, Dimensions>();
  for (const { dimensions } of rows) {
    if (Object.keys(dimensions).sort().join() === names) found.set(dimensionsKey(dimensions), dimensions);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dimensions]) => dimensions);
}
