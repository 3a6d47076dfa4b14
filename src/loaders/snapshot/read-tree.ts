import type { Statements } from '../../database/statements.ts';
import type { PlacementRow, SuccessionRow, UnitRow } from '../../tree/build.ts';
import { buildTree } from '../../tree/build.ts';
import { patchTree } from '../../tree/patch.ts';
import type { Tree } from '../../tree/tree.ts';
import type { JournalPage } from './journal.ts';

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

/** Reads what changed of a tree, where the journal names it; the whole tree otherwise. */
export async function rereadTree(tree: Tree, statements: Statements, page: JournalPage): Promise<Tree> {
  const changes = page.changes.filter(({ topic }) => topic === 'ORGANIZATION');
  const ids = new Set(changes.flatMap(({ key }) => (key === null ? [] : [Number(key)])));
  if (changes.some(({ key }) => key === null)) return readTree(statements);
  const [units, placements, successions] = await Promise.all([
    statements.rows<UnitRow>('tree-units-changed', `${UNITS} where id = any($1::int[])`, [[...ids]]),
    statements.rows<PlacementRow>('tree-placements-changed', `${PLACEMENTS} where organization_id = any($1::int[])`, [
      [...ids],
    ]),
    page.changes.some(({ topic }) => topic === 'SUCCESSION')
      ? statements.rows<SuccessionRow>('tree-successions', SUCCESSIONS)
      : undefined,
  ]);
  return patchTree(tree, { ids, units, placements, successions }) ?? readTree(statements);
}

/** Reads the whole tree in three statements. */
export async function readTree(statements: Statements): Promise<Tree> {
  const [units, placements, successions] = await Promise.all([
    statements.rows<UnitRow>('tree-units', UNITS),
    statements.rows<PlacementRow>('tree-placements', PLACEMENTS),
    statements.rows<SuccessionRow>('tree-successions', SUCCESSIONS),
  ]);
  return buildTree(units, placements, successions);
}
