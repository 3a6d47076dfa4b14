import type { Fit } from '../fit.ts';
import type { ListedUnit, Lists } from '../lists.ts';
import { spellingKey } from '../names.ts';
import type { ResolvedMapping } from '../resolve-mappings.ts';
import type { Finding, FindingRow, MappingOutcome } from '../types.ts';
import { finding, mappingColumns, unitColumns } from './finding.ts';

/** Where the rows of the mappings do not fit the lists, or not by their codes. */
export function mappingFindings(lists: Lists, fit: Fit): Finding[] {
  return [...outcomeFindings(fit), ...newCodeFindings(lists, fit), ...disagreements(fit), repeated(fit)];
}

function outcomeFindings({ resolved, namesakeDistricts }: Fit): Finding[] {
  const rows = (outcome: MappingOutcome): FindingRow[] =>
    resolved.filter((row) => row.outcome === outcome).map(withOldCommune);
  const districts = new Map(namesakeDistricts.map(({ from, to }) => [to, from]));
  const withDistrict = ({ mapping, newCommune }: ResolvedMapping): FindingRow => ({
    ...mappingColumns(mapping),
    ...unitColumns('district', districts.get(newCommune?.code ?? '')),
  });
  return [
    finding(
      'OLD_UNIT_NOT_LISTED',
      false,
      'The row names a unit that the list of 2024 does not have: most seem to have been merged into a neighbour before, a few are newer. Its successor is known, but there is no unit to hang it on.',
      rows('OLD_UNIT_NOT_LISTED'),
    ),
    finding(
      'OTHER_UNIT_OF_THAT_NAME',
      false,
      'The only listed commune of that name in the district went elsewhere by its own code: the row speaks of another unit of the same name, and was not taken.',
      rows('OTHER_UNIT_OF_THAT_NAME'),
    ),
    finding(
      'NEW_UNIT_NOT_LISTED',
      false,
      'Neither the code nor the name of the row’s new unit is in the list of 2025.',
      rows('NEW_UNIT_NOT_LISTED'),
    ),
    finding(
      'NO_OLD_UNIT',
      true,
      'The row names no old unit: the special zone took over an island district that had no communes. Settled by the district of the same name.',
      resolved.filter(({ outcome }) => outcome === 'NO_OLD_UNIT').map(withDistrict),
    ),
    finding(
      'OLD_UNIT_BY_FULL_NAME',
      true,
      'The row’s old code is missing or not listed; its name and rank are those of one commune of the district that it names.',
      rows('BY_FULL_NAME'),
    ),
    finding(
      'OLD_UNIT_BY_PLACE_NAME',
      true,
      'As above, by the name without rank and diacritics, for a commune that no other row names.',
      rows('BY_PLACE_NAME'),
    ),
    finding(
      'OLD_UNIT_CONFIRMS',
      true,
      'As above, and the row says of the commune what another says by code: the commune under an earlier rank.',
      rows('CONFIRMS'),
    ),
  ];
}

function newCodeFindings(lists: Lists, { resolved }: Fit): Finding[] {
  const listed = new Map(lists.newCommunes.map((commune) => [commune.code, commune]));
  const byName = resolved.filter(({ newByCode, newCommune }) => !newByCode && newCommune !== undefined);
  const other = ({ mapping }: ResolvedMapping): ListedUnit | undefined => listed.get(mapping.newCode);
  const columns = (row: ResolvedMapping): FindingRow => ({
    ...mappingColumns(row.mapping),
    ...unitColumns('taken', row.newCommune),
    ...unitColumns('codeIsOf', other(row)),
  });
  const [unknown, misleading] = [
    byName.filter((row) => other(row) === undefined),
    byName.filter((row) => other(row) !== undefined),
  ];
  return [
    finding(
      'NEW_CODE_NOT_LISTED',
      true,
      'The code of the row’s new unit is not in the list of 2025 (most lack leading zeros or are of some other place); its name is one commune’s in the province that it names.',
      unknown.map(columns),
    ),
    finding(
      'NEW_CODE_OF_ANOTHER_PLACE',
      true,
      'The code of the row’s new unit is that of a place in another province; its name within the province that it names was taken.',
      misleading.map(columns),
    ),
  ];
}

/** Rows whose old code is listed under another name: the code was believed. */
function disagreements({ resolved, gazetteer }: Fit): Finding[] {
  const coded = resolved.flatMap(({ outcome, mapping, oldCommune }) =>
    outcome === 'BY_CODE' && oldCommune !== undefined ? [{ mapping, oldCommune }] : [],
  );
  const differing = (
    called: (row: (typeof coded)[number]) => string | null,
    listed: (commune: ListedUnit) => ListedUnit,
  ): FindingRow[] =>
    coded
      .filter((row) => spellingKey(called(row) ?? '') !== spellingKey(listed(row.oldCommune).name))
      .map((row) => ({
        ...mappingColumns(row.mapping),
        ...unitColumns('listed', listed(row.oldCommune)),
      }));
  return [
    finding(
      'COMMUNE_NAME_DISAGREES',
      true,
      'The old code is listed under another name than the row’s: the code was believed.',
      differing(
        ({ mapping }) => mapping.oldName,
        (commune) => commune,
      ),
    ),
    finding(
      'DISTRICT_NAME_DISAGREES',
      true,
      'The old code is listed in a district of another name than the row’s: the code was believed.',
      differing(({ mapping }) => mapping.oldDistrict, gazetteer.districtOf),
    ),
    finding(
      'PROVINCE_NAME_DISAGREES',
      true,
      'The old code is listed in a province of another name than the row’s (Thừa Thiên Huế became the city of Huế on 1 January 2025): the code was believed.',
      differing(({ mapping }) => mapping.oldProvince, gazetteer.provinceOf),
    ),
  ];
}

function repeated({ resolved }: Fit): Finding {
  const groups = Map.groupBy(resolved, ({ mapping, newCommune }) =>
    [mapping.oldCode, mapping.oldName, mapping.oldDistrict, mapping.oldProvince, newCommune?.code].join('|'),
  );
  const again = [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ mapping }) => ({ ...mappingColumns(mapping), same: first?.mapping.id ?? '' })),
  );
  return finding(
    'MAPPING_REPEATED',
    true,
    'The row says what an earlier one says (its id under "same"): it counts once.',
    again,
  );
}

function withOldCommune({ mapping, oldCommune }: ResolvedMapping): FindingRow {
  return { ...mappingColumns(mapping), ...unitColumns('taken', oldCommune) };
}
