/** What a question may ask of the server. All are on by default; docs/limits.md lists them. */
export interface Limits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Tokens of a document: bounds what parsing and validating cost. */
  readonly tokens: number;
  /** Fields within fields. */
  readonly depth: number;
  /** Fields under another name. */
  readonly aliases: number;
  /** Directives, all together. */
  readonly directives: number;
  /** Fragments defined, and fields once all fragments are written out. */
  readonly fragments: number;
  readonly fields: number;
  /** Fields at the root of one operation. */
  readonly rootFields: number;
  /** Objects that the answer may have at most, estimated before it is made. */
  readonly cost: number;
  /** Milliseconds within which a request's body has to come. */
  readonly bodyMilliseconds: number;
  /** Milliseconds that one question may take. */
  readonly milliseconds: number;
  /** Questions that are worked on at once, and that wait; beyond, 503. */
  readonly atOnce: number;
  readonly waiting: number;
  /** Downloads that are made at once; beyond, 503. Milliseconds that one may take, however slowly it is read. */
  readonly exportsAtOnce: number;
  readonly exportMilliseconds: number;
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 512 * 1024,
  tokens: 8_000,
  depth: 24,
  aliases: 60,
  directives: 60,
  fragments: 60,
  fields: 3_000,
  rootFields: 60,
  cost: 200_000,
  bodyMilliseconds: 15_000,
  milliseconds: 20_000,
  atOnce: 64,
  waiting: 512,
  exportsAtOnce: 4,
  exportMilliseconds: 600_000,
};
