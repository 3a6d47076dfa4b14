import { yearSpan } from '../calendar.ts';
import { IMPLIED_TARGETS, PUBLISHED_TARGETS, UNITS_WITH_TERM_TARGETS } from '../published.ts';
import { apportion } from '../random/apportion.ts';
import type { Random } from '../random/random.ts';
import type { Grassroots, ProvinceStructure } from '../structure/unit.ts';
import type { AdmissionTally } from './tally.ts';

/** So many admissions to reach in a year. */
export interface Target {
  readonly unit: string;
  readonly year: number;
  readonly value: number;
}

/** The years of the tree until the reform. In 2025 targets are those of the communes, see reform-targets.ts. */
export const YEARS_BEFORE = [2021, 2022, 2023, 2024] as const;

/**
 * Targets of a province's grassroots organisations, districts, blocs and of the province itself, near what was admitted.
 * Each sum agrees with its parts; a target that sources published stands, and is not written again.
 */
export function provinceTargets(
  structure: ProvinceStructure,
  { byGrassroots }: AdmissionTally,
  random: Random,
): Target[] {
  const admitted = (grassroots: number, year: number): number => byGrassroots.get(grassroots)?.get(year) ?? 0;
  return YEARS_BEFORE.flatMap((year) => {
    const open = structure.grassroots
      .map((one, index) => ({ ...one, admitted: admitted(index, year) }))
      .filter((one) => isOpenAtEnd(one, year) && !UNITS_WITH_TERM_TARGETS.has(one.code));
    const tiers = [...Map.groupBy(open, ({ tier }) => tier)].map(([tier, parts]) =>
      tierTargets(tier, parts, year, random),
    );
    const value = tiers.reduce((sum, { total }) => sum + total, 0);
    const all = [...tiers.flatMap(({ targets }) => targets), { unit: structure.code, year, value }];
    return all.filter(({ unit }) => !PUBLISHED_TARGETS.has(`${unit}|${year}`));
  });
}

interface Part {
  readonly code: string;
  readonly admitted: number;
}

function tierTargets(
  tier: string,
  parts: readonly Part[],
  year: number,
  random: Random,
): { total: number; targets: Target[] } {
  const known = PUBLISHED_TARGETS.get(`${tier}|${year}`) ?? IMPLIED_TARGETS.get(`${tier}|${year}`);
  const values = known === undefined ? parts.map((part) => near(part, year, random)) : sharedOut(known, parts, year);
  const total = values.reduce((sum, value) => sum + value, 0);
  const targets = parts.map(({ code: unit }, at): Target => ({ unit, year, value: values[at] as number }));
  return { total, targets: [...targets, { unit: tier, year, value: total }] };
}

function near({ code, admitted }: Part, year: number, random: Random): number {
  const published = PUBLISHED_TARGETS.get(`${code}|${year}`);
  return published ?? random.rounded(admitted * (0.85 + 0.3 * random.unit()));
}

/** Divides a known total by what was admitted; parts with a published target of their own keep it. */
function sharedOut(total: number, parts: readonly Part[], year: number): number[] {
  const own = parts.map(({ code }) => PUBLISHED_TARGETS.get(`${code}|${year}`));
  const left = total - own.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const shares = apportion(
    left,
    parts.map(({ admitted }, at) => (own[at] === undefined ? admitted + 0.1 : 0)),
  );
  return parts.map((_, at) => own[at] ?? (shares[at] as number));
}

function isOpenAtEnd({ openedOn, closedOn }: Grassroots, year: number): boolean {
  const { from, to } = yearSpan(year);
  return (openedOn ?? from) < to && (closedOn ?? to) >= to;
}
