import type { SuccessionKind } from '../../tree/unit.ts';
import { communeCode, districtCode, newCommuneCode, newProvinceCode, provinceCode } from './codes.ts';
import type { Fit } from './fit.ts';
import type { ListedUnit, Lists } from './lists.ts';
import { placeName, spellingKey } from './names.ts';
import type { CountrySuccession } from './types.ts';
import { REFORM_DAY } from './types.ts';

/** What became of every unit that the reform ended: provinces, then districts, then communes. */
export function successionsOf(lists: Lists, fit: Fit): CountrySuccession[] {
  return [...provinceSuccessions(lists, fit), ...districtSuccessions(lists, fit), ...communeSuccessions(lists, fit)];
}

function link(from: string, to: string | null, kind: SuccessionKind): CountrySuccession {
  return { from, to, kind, on: REFORM_DAY };
}

function provinceSuccessions(lists: Lists, { provinces }: Fit): CountrySuccession[] {
  return lists.provinces
    .filter(({ code }) => !provinces.kept.has(code))
    .map(({ code }) => {
      const into = provinces.successor.get(code);
      const to = into === undefined ? null : newProvinceCode(into);
      return link(provinceCode(code), to, 'MERGED');
    });
}

/**
 * A dissolved district answers with the communes that took over what it had. Five island districts had no communes:
 * each turned as a whole into the special zone of its name.
 */
function districtSuccessions(lists: Lists, fit: Fit): CountrySuccession[] {
  const communes = Map.groupBy(lists.communes, ({ parent }) => parent);
  const zones = new Map(fit.namesakeDistricts.map(({ from, to }) => [from.code, to]));
  return lists.districts.flatMap(({ code }) => {
    const zone = zones.get(code);
    if (zone !== undefined) return [link(districtCode(code), newCommuneCode(zone), 'CONVERTED')];
    const heirs = (communes.get(code) ?? []).flatMap((commune) => [...(fit.communeLinks.get(commune.code) ?? [])]);
    const known = [...new Set(heirs)].sort();
    if (known.length === 0) return [link(districtCode(code), null, 'DISSOLVED')];
    return known.map((heir) => link(districtCode(code), newCommuneCode(heir), 'DISSOLVED'));
  });
}

function communeSuccessions(lists: Lists, { communeLinks }: Fit): CountrySuccession[] {
  const newCommunes = new Map(lists.newCommunes.map((commune) => [commune.code, commune]));
  const origins = new Map<string, number>();
  for (const heirs of communeLinks.values()) {
    for (const heir of heirs) origins.set(heir, (origins.get(heir) ?? 0) + 1);
  }
  return lists.communes.flatMap((commune) => {
    const heirs = [...(communeLinks.get(commune.code) ?? [])].sort();
    if (heirs.length === 0) return [link(communeCode(commune.code), null, 'DISSOLVED')];
    return heirs.map((heir) => {
      const shape = { heirs: heirs.length, origins: origins.get(heir) ?? 1 };
      const kind = communeSuccessionKind(shape, commune, newCommunes.get(heir));
      return link(communeCode(commune.code), newCommuneCode(heir), kind);
    });
  });
}

/**
 * One into several is a split, several into one a merger. One to one, the committee was turned from the grassroots tier
 * into the tier above it, under the name of the same place (`CONVERTED`) or of another (`RENAMED`).
 */
function communeSuccessionKind(
  { heirs, origins }: { heirs: number; origins: number },
  from: ListedUnit,
  to: ListedUnit | undefined,
): SuccessionKind {
  if (heirs > 1) return 'SPLIT';
  if (origins > 1) return 'MERGED';
  const same = spellingKey(placeName(from.name)) === spellingKey(placeName(to?.name ?? ''));
  return same ? 'CONVERTED' : 'RENAMED';
}
