import { communeCode, districtCode, provinceCode } from '../codes.ts';
import type { Fit } from '../fit.ts';
import type { ListedUnit, Lists } from '../lists.ts';
import { spellingKey } from '../names.ts';
import { PUBLISHED_NAMES } from '../published-names.ts';
import type { Finding, FindingRow } from '../types.ts';
import { finding, unitColumns } from './finding.ts';

/** Where the two lists do not fit each other, or are not clean in themselves. */
export function listFindings(lists: Lists, fit: Fit): Finding[] {
  return [
    ...unmappedCommunes(lists, fit),
    ...newCommunesWithoutRows(lists, fit),
    finding(
      'DISTRICT_WITHOUT_COMMUNES',
      true,
      'The district lists no communes: an island that became a special zone of the same name as a whole.',
      districtsWithoutCommunes(lists, fit),
    ),
    finding(
      'NAME_TWICE_IN_DISTRICT',
      true,
      'The district lists two communes of one name and rank; both are kept as units.',
      twins(lists, fit),
    ),
    finding(
      'CODE_NAMES_ANOTHER_PLACE',
      true,
      'The code is in both lists and names two places, the new one not even a successor of the old. Units are told apart by the year in the newer one’s code.',
      reusedCodes(lists, fit),
    ),
    finding(
      'PROVINCE_RENAMED',
      true,
      'The province stayed the same unit; the list of 2025 has another name for it, which its committee carries.',
      renamedProvinces(lists, fit),
    ),
    finding(
      'NAME_AS_PUBLISHED',
      true,
      'Published reports know the committee under another name than the list: the published one is kept.',
      publishedNames(lists),
    ),
    finding(
      'NAME_TIDIED',
      true,
      'Spaces, the case of the rank or the composition of letters were made uniform.',
      lists.tidied.map((name) => ({ ...name })),
    ),
  ];
}

function place({ gazetteer }: Fit, commune: ListedUnit): FindingRow {
  return {
    ...unitColumns('old', commune),
    district: gazetteer.districtOf(commune).name,
    province: gazetteer.provinceOf(commune).name,
  };
}

function unmappedCommunes(lists: Lists, fit: Fit): Finding[] {
  const coded = new Set(lists.mappings.map(({ oldCode }) => oldCode));
  const names = new Map(lists.newCommunes.map(({ code, name }) => [code, name]));
  const byNamesake = new Map(fit.namesakeCommunes.map(({ from, by }) => [from.code, by]));
  const unnamed = lists.communes.filter(({ code }) => !coded.has(code));
  const heirs = ({ code }: ListedUnit): string[] => [...(fit.communeLinks.get(code) ?? [])];
  const settled = unnamed.filter((commune) => heirs(commune).length > 0);
  const open = lists.communes.filter((commune) => heirs(commune).length === 0);
  return [
    finding(
      'COMMUNE_WITHOUT_SUCCESSOR',
      false,
      'No mapping names the commune, and no new commune of its name is in its place: where it went is not known below its province.',
      open.map((commune) => place(fit, commune)),
    ),
    finding(
      'COMMUNE_CODE_IN_NO_MAPPING',
      true,
      'No mapping has the commune’s code; its successor was found through a mapping’s name (MAPPING), a commune of the same name in its district (TWIN), or a new one (NAMESAKE).',
      settled.map((commune) => ({
        ...place(fit, commune),
        by: byNamesake.get(commune.code) ?? 'MAPPING',
        successors: heirs(commune)
          .map((code) => `${code} ${names.get(code) ?? ''}`)
          .join('; '),
      })),
    ),
  ];
}

function newCommunesWithoutRows(lists: Lists, fit: Fit): Finding[] {
  const mapped = new Set(fit.resolved.map(({ newCommune }) => newCommune?.code));
  const withOrigin = new Set([
    ...[...fit.communeLinks.values()].flatMap((codes) => [...codes]),
    ...fit.namesakeDistricts.map(({ to }) => to),
  ]);
  const rows = (communes: readonly ListedUnit[]): FindingRow[] =>
    communes.map((commune) => unitColumns('new', commune));
  return [
    finding(
      'NEW_COMMUNE_IN_NO_MAPPING',
      true,
      'No mapping names the new commune; the old commune of its name, which no mapping names either, went into it.',
      rows(lists.newCommunes.filter(({ code }) => !mapped.has(code) && withOrigin.has(code))),
    ),
    finding(
      'NEW_COMMUNE_WITHOUT_ORIGIN',
      false,
      'No old unit is known to have gone into the new commune.',
      rows(lists.newCommunes.filter(({ code }) => !withOrigin.has(code))),
    ),
  ];
}

function districtsWithoutCommunes(lists: Lists, fit: Fit): FindingRow[] {
  const withCommunes = new Set(lists.communes.map(({ parent }) => parent));
  const zones = new Map(fit.namesakeDistricts.map(({ from, to }) => [from.code, to]));
  return lists.districts
    .filter(({ code }) => !withCommunes.has(code))
    .map((district) => ({
      ...unitColumns('district', district),
      zone: zones.get(district.code) ?? '',
    }));
}

function twins(lists: Lists, fit: Fit): FindingRow[] {
  const groups = Map.groupBy(lists.communes, ({ parent, name }) => `${parent}|${spellingKey(name)}`);
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .flatMap((group) => group.map((commune) => place(fit, commune)));
}

function reusedCodes(lists: Lists, { communeLinks, provinces }: Fit): FindingRow[] {
  const reused = (
    old: readonly ListedUnit[],
    since: readonly ListedUnit[],
    follows: (code: string) => boolean,
  ): FindingRow[] => {
    const listed = new Map(since.map((unit) => [unit.code, unit]));
    return old
      .filter(({ code }) => listed.has(code) && !follows(code))
      .map((unit) => ({ ...unitColumns('old', unit), newName: listed.get(unit.code)?.name ?? '' }));
  };
  return [
    ...reused(lists.provinces, lists.newProvinces, (code) => provinces.successor.get(code) === code),
    ...reused(lists.communes, lists.newCommunes, (code) => communeLinks.get(code)?.has(code) ?? false),
  ];
}

function renamedProvinces(lists: Lists, { provinces }: Fit): FindingRow[] {
  const since = new Map(lists.newProvinces.map(({ code, name }) => [code, name]));
  return lists.provinces
    .filter(({ code, name }) => provinces.kept.has(code) && since.get(code) !== name)
    .map((province) => ({
      ...unitColumns('old', province),
      newName: since.get(province.code) ?? '',
    }));
}

function publishedNames(lists: Lists): FindingRow[] {
  const listed = new Map([
    ...lists.provinces.map(({ code, name }): [string, string] => [provinceCode(code), name]),
    ...lists.districts.map(({ code, name }): [string, string] => [districtCode(code), name]),
    ...lists.communes.map(({ code, name }): [string, string] => [communeCode(code), name]),
  ]);
  return [...PUBLISHED_NAMES].map(([code, name]) => ({
    code,
    name,
    listed: listed.get(code) ?? '',
  }));
}
