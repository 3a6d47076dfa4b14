import type { Random } from '../random/random.ts';
import type { CountryTree } from '../structure/country-tree.ts';
import type { Target } from './province-targets.ts';

const YEAR = 2025;

/** Targets of the year of the reform: of the communes and blocs that it made, and of the provinces above them. */
export class ReformTargets {
  private readonly admitted = new Map<string, number>();
  private readonly provinces = new Map<string, string>();

  constructor(private readonly tree: CountryTree) {}

  /** Counts the admissions of a province, by the unit right under the province since the reform. */
  add(province: string, byTierSince: ReadonlyMap<string, number>): void {
    const since = this.tree.provinceSince(province);
    for (const [tier, count] of byTierSince) {
      this.admitted.set(tier, (this.admitted.get(tier) ?? 0) + count);
      this.provinces.set(tier, since);
    }
  }

  targets(random: Random): Target[] {
    const tiers = [...this.admitted].map(([unit, count]): Target => ({
      unit,
      year: YEAR,
      value: random.rounded(count * (0.85 + 0.3 * random.unit())),
    }));
    const provinces = Map.groupBy(tiers, ({ unit }) => this.provinces.get(unit) as string);
    const sums = [...provinces].map(([unit, parts]): Target => ({
      unit,
      year: YEAR,
      value: parts.reduce((sum, { value }) => sum + value, 0),
    }));
    return [...tiers, ...sums];
  }
}
