/** The eight indicators: as dangbo names them, as the roll-up table does, and as the peers' schemas do. */
export const EIGHT = [
  { code: 'PARTY_MEMBERS', column: 'members', field: 'members' },
  { code: 'OFFICIAL_MEMBERS', column: 'official', field: 'official' },
  { code: 'PROBATIONARY_MEMBERS', column: 'probationary', field: 'probationary' },
  { code: 'MEMBERS_ADMITTED', column: 'admitted', field: 'admitted' },
  { code: 'MEMBERS_MADE_OFFICIAL', column: 'made_official', field: 'madeOfficial' },
  { code: 'MEMBERS_DISCIPLINED', column: 'disciplined', field: 'disciplined' },
  { code: 'MEMBERS_LEFT', column: 'departed', field: 'departed' },
  { code: 'MEMBERS_AWARDED_BADGE', column: 'badges', field: 'badges' },
] as const;

/** Codes of all eight. */
export const EIGHT_CODES: readonly string[] = EIGHT.map(({ code }) => code);

/** The fields of all eight in the peers' schemas. */
export const EIGHT_FIELDS = EIGHT.map(({ field }) => field).join(' ');

/** The columns of all eight, named as the fields. */
export const EIGHT_COLUMNS = EIGHT.map(({ column, field }) => `${column} as "${field}"`).join(', ');

export interface DangboFigures {
  readonly code: string;
  readonly name?: string;
  readonly indicators: readonly { readonly value: number | null }[];
}

export type PeerFigures = Readonly<Record<string, string | number | null>>;

/** A unit and its values, from dangbo. */
export function fromDangbo({ code, name, indicators }: DangboFigures): unknown[] {
  return [code, ...(name === undefined ? [] : [name]), ...indicators.map(({ value }) => value)];
}

/** The same from a peer. @param fields those asked for */
export function fromPeer(row: PeerFigures, fields: readonly string[] = EIGHT.map(({ field }) => field)): unknown[] {
  return ['code', 'name', ...fields].filter((field) => row[field] !== undefined).map((field) => row[field]);
}

/** In an order of its own, since servers may order alike values in their own ways. */
export function sorted(answers: readonly unknown[]): unknown[] {
  return answers.map((answer) => JSON.stringify(answer)).sort();
}
