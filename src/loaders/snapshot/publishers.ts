import type { Statements } from '../../database/statements.ts';
import { COUNTS_OF_PEOPLE } from '../../register/indicators.ts';

/** Who ever published a figure of an indicator of people that the register counts too: organisation ids, by indicator. */
export type Publishers = ReadonlyMap<string, ReadonlySet<number>>;

export const NO_PUBLISHERS: Publishers = new Map();

const PUBLISHERS = `
  select distinct indicator_code as "indicator", organization_id as "organizationId"
  from observation
  where report_id is null and role = 'ACTUAL' and period is not null and dimensions = '{}' and indicator_code = any($1)`;

/** Reads who published what, in one statement. */
export async function readPublishers(statements: Statements): Promise<Publishers> {
  const rows = await statements.rows<{ readonly indicator: string; readonly organizationId: number }>(
    'publishers',
    PUBLISHERS,
    [COUNTS_OF_PEOPLE],
  );
  const publishers = new Map<string, Set<number>>();
  for (const { indicator, organizationId } of rows) {
    const organizations = publishers.get(indicator);
    if (organizations) organizations.add(organizationId);
    else publishers.set(indicator, new Set([organizationId]));
  }
  return publishers;
}
