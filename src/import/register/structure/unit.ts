import type { Day } from '../../../periods/day.ts';
import type { OrganizationKind } from '../../../tree/kind.ts';
import type { SuccessionKind } from '../../../tree/unit.ts';

/** Where the members of a cell live or work; it shapes what they are like. */
export const SETTINGS = ['VILLAGE', 'URBAN', 'SCHOOL', 'CLINIC', 'FORCES', 'AGENCY', 'ENTERPRISE'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Under which unit, and as what, from one day up to another; null where there is no end. */
export interface UnitPlacement {
  readonly parent: string;
  readonly kind: OrganizationKind;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** An organisation that the register makes up. */
export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly placements: readonly UnitPlacement[];
}

/** What became of a made-up organisation. */
export interface NewSuccession {
  readonly from: string;
  readonly to: string | null;
  readonly kind: SuccessionKind;
  readonly on: Day;
}

/** A unit that has members of its own. Cells refer to one another by their place in the province's list. */
export interface Cell {
  readonly code: string;
  readonly setting: Setting;
  /** Place of its grassroots organisation in the province's list. */
  readonly grassroots: number;
  /** Its district or bloc. */
  readonly tier: string;
  /** What the unit right under the province above it is called since the reform. */
  readonly tierSince: string;
  /** Members at the end of the day `asOf`. */
  size: number;
  readonly asOf: Day;
  /** Chance has its way with it on [from, to) only. */
  readonly active: { readonly from: Day; readonly to: Day };
  /** The plan of published counts that it belongs to; undefined: none. */
  readonly scope: string | undefined;
}

/** A grassroots organisation, and which stretch of the province's cells is its own. */
export interface Grassroots {
  readonly code: string;
  readonly tier: string;
  readonly firstCell: number;
  readonly endCell: number;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
}

/** On a day, all members of a cell go to others, in turn. */
export interface WholeMove {
  readonly from: number;
  readonly to: readonly number[];
  readonly members: number;
  readonly on: Day;
}

/** Everything below the districts and blocs of one province. */
export interface ProvinceStructure {
  readonly code: string;
  readonly units: readonly NewUnit[];
  readonly successions: readonly NewSuccession[];
  readonly grassroots: readonly Grassroots[];
  readonly cells: readonly Cell[];
  readonly wholeMoves: readonly WholeMove[];
}
