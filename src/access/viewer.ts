/** Who may ask: without a token one is PUBLIC; the others come from a token's claims. */
export const ROLES = ['PUBLIC', 'ANALYST', 'OFFICER', 'ADMINISTRATOR'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Viewer {
  readonly role: Role;
  /** Who it is, as the one who signs tokens names them. */
  readonly subject: string;
  /** Code of the unit that an officer is of; null for every other role. */
  readonly unit: string | null;
}

/** Somebody without a token. */
export const PUBLIC_VIEWER: Viewer = { role: 'PUBLIC', subject: 'anonymous', unit: null };
