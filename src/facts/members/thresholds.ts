import type { OrganizationKind } from '../../tree/kind.ts';
import { isCell } from '../../tree/kind.ts';

/** The codes of what may be too few: they warn, and never refuse. */
export const WARNING_CODES = ['CELL_BELOW_THREE_OFFICIAL_MEMBERS', 'COMMITTEE_BELOW_THIRTY_MEMBERS'] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Official members that a cell (chi bộ) needs. */
export const OFFICIAL_MEMBERS_OF_A_CELL = 3;
/** Members, official and probationary, that a grassroots committee (đảng bộ cơ sở) needs. */
export const MEMBERS_OF_A_COMMITTEE = 30;

/** Members of a unit on a day. */
export interface MemberCount {
  readonly official: number;
  readonly all: number;
}

/** A threshold that a unit does not reach: the count, and what it would have to be. */
export interface Shortfall {
  readonly code: WarningCode;
  readonly actual: number;
  readonly threshold: number;
}

/** What a unit of a kind falls short of; nothing, for kinds without a threshold. */
export function shortfalls(kind: OrganizationKind, { official, all }: MemberCount): Shortfall[] {
  if (isCell(kind)) return below('CELL_BELOW_THREE_OFFICIAL_MEMBERS', official, OFFICIAL_MEMBERS_OF_A_CELL);
  if (kind === 'GRASSROOTS_COMMITTEE') return below('COMMITTEE_BELOW_THIRTY_MEMBERS', all, MEMBERS_OF_A_COMMITTEE);
  return [];
}

function below(code: WarningCode, actual: number, threshold: number): Shortfall[] {
  return actual < threshold ? [{ code, actual, threshold }] : [];
}
