import type { WeightedDraw } from '../random/weighted.ts';
import { drawOf } from '../random/weighted.ts';
import type { Ethnicity } from './seed-data.ts';

/** The group that lives everywhere and is most people; it gets what the others leave. */
const KINH = '01';

/** How much of a group lives in its home provinces; the rest is spread over the country. */
const AT_HOME = 0.9;
/** The second home has this share of the first one's people, and so on. */
const NEXT_HOME = 0.75;
/** However many belong to other groups, some Kinh live in every province. */
const LEAST_KINH = 0.04;

/**
 * Who lives in each province.
 * @param sizes share of the country's people by province code of the list VN-2024 (`49`); they add up to 1
 */
export function ethnicityByProvince(
  ethnicities: readonly Ethnicity[],
  sizes: ReadonlyMap<string, number>,
): Map<string, WeightedDraw<string>> {
  const everybody = ethnicities.reduce((sum, { weight }) => sum + weight, 0);
  const minorities = ethnicities.filter(({ code }) => code !== KINH);
  return new Map(
    [...sizes].map(([province, size]) => {
      const weights = Object.fromEntries(minorities.map((group) => [group.code, peopleIn(group, province, size)]));
      const others = Object.values(weights).reduce((sum, people) => sum + people, 0);
      const kinh = Math.max(everybody * size - others, LEAST_KINH * everybody * size);
      return [province, drawOf({ ...weights, [KINH]: kinh })];
    }),
  );
}

function peopleIn({ weight, homes }: Ethnicity, province: string, size: number): number {
  if (homes.length === 0) return weight * size;
  const shares = homes.map((_, rank) => NEXT_HOME ** rank);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const share = shares[homes.indexOf(province)] ?? 0;
  return weight * (AT_HOME * (share / all) + (1 - AT_HOME) * size);
}
