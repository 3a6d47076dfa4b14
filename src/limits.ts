/** What one request may ask of the server. All are on by default; docs/limits.md lists them with their settings. */
export interface Limits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Pieces in which a body may come. */
  readonly bodyPieces: number;
  /** Tokens of a document: bounds what parsing and validating cost. */
  readonly tokens: number;
  /** Brackets within brackets in a document, and values within values in variables. */
  readonly nesting: number;
  /** Letters of one name in a document. */
  readonly nameLength: number;
  /** Operations in one document, of which one is asked. */
  readonly operations: number;
  /** Fields within fields. */
  readonly depth: number;
  /** Fields under another name. */
  readonly aliases: number;
  /** Directives, all together. */
  readonly directives: number;
  /** Fragments defined, and fields once all fragments are written out. */
  readonly fragments: number;
  readonly fields: number;
  /** Fields at the root of one operation, once all fragments are written out. */
  readonly rootFields: number;
  /** Entries of one list in the variables. */
  readonly listEntries: number;
  /** What an answer may cost, in objects, estimated before it is made. */
  readonly cost: number;
  /** Milliseconds within which a request's headers and its body have to come. */
  readonly headersMilliseconds: number;
  readonly bodyMilliseconds: number;
  /**
   * Milliseconds within which a file has to come from whoever may send one, as long as no silence in between is longer
   * than `bodyMilliseconds`; and files that come at once; beyond, 503.
   */
  readonly uploadMilliseconds: number;
  readonly uploadsAtOnce: number;
  /** Milliseconds that one question may take. */
  readonly milliseconds: number;
  /** Questions that are worked on at once, and that wait; beyond, 503. */
  readonly atOnce: number;
  readonly waiting: number;
  /** Downloads that are made at once; beyond, 503. Milliseconds that one may take, however slowly it is taken. */
  readonly exportsAtOnce: number;
  readonly exportMilliseconds: number;
  /** Connections that are open at once. */
  readonly connections: number;
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 512 * 1024,
  bodyPieces: 10_000,
  tokens: 8_000,
  nesting: 100,
  nameLength: 200,
  operations: 20,
  depth: 24,
  aliases: 60,
  directives: 60,
  fragments: 60,
  fields: 3_000,
  rootFields: 60,
  listEntries: 5_000,
  cost: 200_000,
  headersMilliseconds: 10_000,
  bodyMilliseconds: 15_000,
  uploadMilliseconds: 1_800_000,
  uploadsAtOnce: 32,
  milliseconds: 20_000,
  atOnce: 64,
  waiting: 512,
  exportsAtOnce: 4,
  exportMilliseconds: 600_000,
  connections: 4_000,
};

/** The setting of each limit: DANGBO_LIMIT_BODY_BYTES for `bodyBytes`. */
export const LIMIT_SETTINGS: ReadonlyMap<string, keyof Limits> = new Map(
  (Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]).map((name) => [
    `DANGBO_LIMIT_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
    name,
  ]),
);
