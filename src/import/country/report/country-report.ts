import type { SuccessionKind } from '../../../tree/unit.ts';
import type { Fit } from '../fit.ts';
import type { Lists } from '../lists.ts';
import type { Country, CountryReport, MappingOutcome } from '../types.ts';
import { MAPPING_OUTCOMES } from '../types.ts';
import { listFindings } from './list-findings.ts';
import { mappingFindings } from './mapping-findings.ts';

const SUCCESSION_KINDS: readonly SuccessionKind[] = ['MERGED', 'SPLIT', 'CONVERTED', 'RENAMED', 'DISSOLVED'];

/** Everything in which the lists did not fit, by cause, with its rows; and the counts of what came of them. */
export function countryReport(lists: Lists, fit: Fit, country: Omit<Country, 'report'>): CountryReport {
  const outcomes = Map.groupBy(fit.resolved, ({ outcome }) => outcome);
  const kinds = Map.groupBy(country.successions, ({ kind }) => kind);
  return {
    counts: {
      provincesBefore: lists.provinces.length,
      districtsBefore: lists.districts.length,
      communesBefore: lists.communes.length,
      provincesSince: lists.newProvinces.length,
      provincesKept: fit.provinces.kept.size,
      communesSince: lists.newCommunes.length,
      mappings: lists.mappings.length,
      organizations: country.organizations.length,
      placements: country.placements.length,
      administrativeUnits: country.administrativeUnits.length,
      successions: countsOf(SUCCESSION_KINDS, kinds),
    },
    mappings: countsOf<MappingOutcome>(MAPPING_OUTCOMES, outcomes),
    findings: [...mappingFindings(lists, fit), ...listFindings(lists, fit)],
  };
}

function countsOf<Key extends string>(
  keys: readonly Key[],
  groups: ReadonlyMap<Key, readonly unknown[]>,
): Record<Key, number> {
  const entries = keys.map((key): [Key, number] => [key, groups.get(key)?.length ?? 0]);
  return Object.fromEntries(entries) as Record<Key, number>;
}
