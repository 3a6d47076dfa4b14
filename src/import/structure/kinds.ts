import type { OrganizationKind } from '../../tree/kind.ts';
import { isCell } from '../../tree/kind.ts';

const TIER_3: readonly OrganizationKind[] = ['GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL'];

/** Which kinds may hang directly under which. */
export const KINDS_UNDER: Readonly<Record<OrganizationKind, readonly OrganizationKind[]>> = {
  NATION: ['PROVINCE'],
  PROVINCE: ['DISTRICT', 'BLOC', 'COMMUNE', ...TIER_3],
  DISTRICT: TIER_3,
  BLOC: TIER_3,
  COMMUNE: TIER_3,
  GRASSROOTS_COMMITTEE: ['SECTION_COMMITTEE', 'CELL'],
  GRASSROOTS_CELL: [],
  SECTION_COMMITTEE: ['CELL'],
  CELL: [],
};

/** Whether a unit of a kind may hang directly under one of another. */
export function mayHang(kind: OrganizationKind, under: OrganizationKind): boolean {
  return KINDS_UNDER[under].includes(kind);
}

/** Whether a unit can be turned into one of another kind: a cell into a committee of cells, or back. */
export function mayConvert(from: OrganizationKind, to: OrganizationKind): boolean {
  return (isCell(from) && holdsCells(to)) || (holdsCells(from) && isCell(to));
}

function holdsCells(kind: OrganizationKind): boolean {
  return KINDS_UNDER[kind].includes('CELL');
}
