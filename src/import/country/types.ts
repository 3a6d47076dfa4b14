import type { OrganizationKind } from '../../tree/kind.ts';
import type { SuccessionKind } from '../../tree/unit.ts';

/** The day on which the districts ended and the communes became the tier under the province. */
export const REFORM_DAY = '2025-07-01';

export type CodeList = 'VN-2024' | 'VN-2025';
export type ReformDay = typeof REFORM_DAY;

/** A party committee of an administrative unit. `closedOn` is the first day on which it is no more. */
export interface CountryOrganization {
  readonly code: string;
  readonly name: string;
  readonly openedOn: ReformDay | null;
  readonly closedOn: ReformDay | null;
}

/** Under which unit, and as what, a unit stands in the half-open span [from, to). */
export interface CountryPlacement {
  readonly code: string;
  readonly parent: string | null;
  readonly kind: OrganizationKind;
  readonly from: ReformDay | null;
  readonly to: ReformDay | null;
}

/** What became of a unit; `to` is null where no list tells. */
export interface CountrySuccession {
  readonly from: string;
  readonly to: string | null;
  readonly kind: SuccessionKind;
  readonly on: ReformDay;
}

/** A national statistics code together with the list that it is of. */
export interface CountryAdministrativeUnit {
  readonly codeList: CodeList;
  readonly code: string;
  readonly name: string;
  readonly organization: string;
}

/** What each row of the old-to-new mappings came to; every row has exactly one outcome. */
export const MAPPING_OUTCOMES = [
  'BY_CODE',
  'BY_FULL_NAME',
  'BY_PLACE_NAME',
  'CONFIRMS',
  'OTHER_UNIT_OF_THAT_NAME',
  'OLD_UNIT_NOT_LISTED',
  'NO_OLD_UNIT',
  'NEW_UNIT_NOT_LISTED',
] as const;
export type MappingOutcome = (typeof MAPPING_OUTCOMES)[number];

/** One line of a finding: column name to text. */
export type FindingRow = Readonly<Record<string, string>>;

/** Something in which the lists do not fit. `reconciled` tells whether a rule settled it all the same. */
export interface Finding {
  readonly cause: string;
  readonly reconciled: boolean;
  readonly explanation: string;
  readonly rows: readonly FindingRow[];
}

export interface CountryCounts {
  readonly provincesBefore: number;
  readonly districtsBefore: number;
  readonly communesBefore: number;
  readonly provincesSince: number;
  readonly provincesKept: number;
  readonly communesSince: number;
  readonly mappings: number;
  readonly organizations: number;
  readonly placements: number;
  readonly administrativeUnits: number;
  readonly successions: Readonly<Record<SuccessionKind, number>>;
}

export interface CountryReport {
  readonly counts: CountryCounts;
  readonly mappings: Readonly<Record<MappingOutcome, number>>;
  readonly findings: readonly Finding[];
}

/** The whole country's administrative party committees, before and since the reform, as plain data. */
export interface Country {
  readonly organizations: readonly CountryOrganization[];
  readonly placements: readonly CountryPlacement[];
  readonly successions: readonly CountrySuccession[];
  readonly administrativeUnits: readonly CountryAdministrativeUnit[];
  readonly report: CountryReport;
}
