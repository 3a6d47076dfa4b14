import type { Statements } from '../../database/statements.ts';
import type { PlacementRow, SuccessionRow, UnitRow } from '../../tree/build.ts';
import { buildTree } from '../../tree/build.ts';
import type { Tree } from '../../tree/tree.ts';

/** Days come as whole numbers since 1970-01-01, which is how the tree holds them. */
const UNITS = `
  select id, code, name, opened_on - date '1970-01-01' as "openedOn", closed_on - date '1970-01-01' as "closedOn", synthetic
  from organization`;

const PLACEMENTS = `
  select organization_id as "organizationId", parent_id as "parentId", kind,
    lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"
  from placement`;

const SUCCESSIONS = `
  select from_id as "fromId", to_id as "toId", kind, on_date - date '1970-01-01' as "on" from succession order by id`;

/** Reads the whole tree in three statements. */
export async function readTree(statements: Statements): Promise<Tree> {
  const [units, placements, successions] = await Promise.all([
    statements.rows<UnitRow>('tree-units', UNITS),
    statements.rows<PlacementRow>('tree-placements', PLACEMENTS),
    statements.rows<SuccessionRow>('tree-successions', SUCCESSIONS),
  ]);
  return buildTree(units, placements, successions);
}
