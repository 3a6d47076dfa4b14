import type { Lists } from './lists.ts';
import type { OldGazetteer } from './old-gazetteer.ts';
import { oldGazetteer } from './old-gazetteer.ts';
import type { ProvinceChanges } from './provinces.ts';
import { provinceChanges } from './provinces.ts';
import type { ResolvedMapping } from './resolve-mappings.ts';
import { linksOf, resolveMappings } from './resolve-mappings.ts';
import type { CommuneLinks, NamesakeLink } from './same-name.ts';
import { namesakeCommunes, namesakeDistricts } from './same-name.ts';

/** The two lists fitted together: which unit went where, and by which rule that is known. */
export interface Fit {
  readonly gazetteer: OldGazetteer;
  readonly resolved: readonly ResolvedMapping[];
  readonly provinces: ProvinceChanges;
  readonly namesakeCommunes: readonly NamesakeLink[];
  readonly namesakeDistricts: readonly NamesakeLink[];
  /** New communes by old commune’s code, by all rules together. */
  readonly communeLinks: CommuneLinks;
}

/** Fits the lists together. Pure: the same lists give the same fit. */
export function fitLists(lists: Lists): Fit {
  const gazetteer = oldGazetteer(lists);
  const resolved = resolveMappings(lists, gazetteer);
  const provinces = provinceChanges(resolved, gazetteer);
  const mapped = linksOf(resolved);
  const communes = namesakeCommunes(lists, gazetteer, mapped, provinces);
  const communeLinks = new Map<string, Set<string>>(mapped);
  for (const { from, to } of communes) {
    communeLinks.set(from.code, (communeLinks.get(from.code) ?? new Set()).add(to));
  }
  return {
    gazetteer,
    resolved,
    provinces,
    namesakeCommunes: communes,
    namesakeDistricts: namesakeDistricts(lists, communeLinks, provinces),
    communeLinks,
  };
}
