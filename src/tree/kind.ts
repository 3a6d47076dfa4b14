/** The kinds of party organisation, from the nation down. */
export const ORGANIZATION_KINDS = [
  'NATION',
  'PROVINCE',
  'DISTRICT',
  'BLOC',
  'COMMUNE',
  'GRASSROOTS_COMMITTEE',
  'GRASSROOTS_CELL',
  'SECTION_COMMITTEE',
  'CELL',
] as const;

export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Kinds that have members of their own and no units below: the cells (chi bộ). */
export function isCell(kind: OrganizationKind): boolean {
  return kind === 'CELL' || kind === 'GRASSROOTS_CELL';
}

/** Kinds that are grassroots organisations (tổ chức cơ sở đảng). */
export function isGrassroots(kind: OrganizationKind): boolean {
  return kind === 'GRASSROOTS_COMMITTEE' || kind === 'GRASSROOTS_CELL';
}
