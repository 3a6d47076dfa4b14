import { yearOf } from '../calendar.ts';
import type { Planned } from '../plan/planned.ts';
import type { ProvinceStructure } from '../structure/unit.ts';

/** Admissions planned in a province, by what targets are set for. */
export interface AdmissionTally {
  /** By grassroots organisation, by its place in the province, and year. */
  readonly byGrassroots: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** In all of 2025, by the unit right under the province since the reform. */
  readonly byTierSince: ReadonlyMap<string, number>;
}

const REFORM_YEAR = 2025;

export function tallyAdmissions({ cells }: ProvinceStructure, events: readonly Planned[]): AdmissionTally {
  const byGrassroots = new Map<number, Map<number, number>>();
  const byTierSince = new Map<string, number>(cells.map(({ tierSince }) => [tierSince, 0]));
  for (const { kind, cell: index, day } of events) {
    const cell = cells[index];
    if (kind !== 'ADMIT' || cell === undefined) continue;
    const year = yearOf(day);
    const years = byGrassroots.get(cell.grassroots) ?? new Map<number, number>();
    byGrassroots.set(cell.grassroots, years.set(year, (years.get(year) ?? 0) + 1));
    if (year === REFORM_YEAR) byTierSince.set(cell.tierSince, (byTierSince.get(cell.tierSince) ?? 0) + 1);
  }
  return { byGrassroots, byTierSince };
}
