/** Why an entry cannot be taken into the catalogue. */
export const CATALOGUE_PROBLEMS = [
  'DEFINITION_CIRCLE',
  'INDICATOR_UNKNOWN',
  'DIMENSION_UNKNOWN',
  'DEFINITION_ILLEGAL',
  'KIND_IN_USE',
  'ENTRY_MALFORMED',
] as const;
export type CatalogueProblemCode = (typeof CATALOGUE_PROBLEMS)[number];

export interface CatalogueProblem {
  readonly code: CatalogueProblemCode;
  /** The code or name of the entry that is refused. */
  readonly entry: string;
  readonly message: string;
  /** Of a circle, the indicators that it goes through, the first one again at the end. */
  readonly path: readonly string[];
}

/** Entries were refused, and nothing was written. */
export class CatalogueRefused extends Error {
  override readonly name = 'CatalogueRefused';

  constructor(readonly problems: readonly CatalogueProblem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
  }
}
