/** The two lists of administrative units and the mappings between them, cleaned but not yet fitted together. */

/** A unit of a list: its code in that list, its name with its rank, and the code of the unit above. */
export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  /** Empty for a province. */
  readonly parent: string;
}

/** One row of the old-to-new mappings. An old unit may be named without a code, or not at all. */
export interface Mapping {
  readonly id: string;
  readonly oldCode: string | null;
  readonly oldName: string | null;
  readonly oldDistrict: string | null;
  readonly oldProvince: string | null;
  readonly newCode: string;
  readonly newName: string;
  readonly newProvince: string;
}

/** A name that was tidied on the way in, and what it had been. */
export interface TidiedName {
  readonly codeList: string;
  readonly code: string;
  readonly raw: string;
  readonly name: string;
}

/** Units are in the order of their codes, mappings in the order of their ids. */
export interface Lists {
  readonly provinces: readonly ListedUnit[];
  readonly districts: readonly ListedUnit[];
  readonly communes: readonly ListedUnit[];
  readonly newProvinces: readonly ListedUnit[];
  readonly newCommunes: readonly ListedUnit[];
  readonly mappings: readonly Mapping[];
  readonly tidied: readonly TidiedName[];
}
