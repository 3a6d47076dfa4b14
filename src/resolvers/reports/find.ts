import { CodedError } from '../../errors/coded-error.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { ReportRow } from '../../loaders/reports.ts';
import type { Catalogue, CatalogueSet } from '../../loaders/snapshot/catalogue.ts';

/** The largest number that a row of the database can have. */
const MAX_ID = 2_147_483_647;

/** A report by its id as the schema gives it; undefined for one that there is not, or that the viewer may not see. */
export async function findReport({ loaders }: RequestContext, id: string): Promise<ReportRow | undefined> {
  return /^[1-9]\d{0,9}$/.test(id) && Number(id) <= MAX_ID ? loaders.reportById.load(Number(id)) : undefined;
}

/** A set of indicators by its code. @throws CodedError INDICATOR_SET_UNKNOWN */
export function setOf({ sets }: Catalogue, code: string): CatalogueSet {
  const set = sets.find((each) => each.code === code);
  if (set) return set;
  throw new CodedError('INDICATOR_SET_UNKNOWN', `Expected the code of a set of indicators; got ${code}.`, {
    received: code,
  });
}
