import type { Statements } from '../database/statements.ts';
import type { StructureOperationKind } from '../facts/structure/structure-operation.ts';
import type { Day } from '../periods/day.ts';

/** An operation on the structure, as the row gives it. */
export interface StructureOperationRow {
  readonly id: number;
  readonly kind: StructureOperationKind;
  readonly on: Day;
  readonly decision: string;
}

const BY_ORGANIZATION = `
  select u.organization_id as "organizationId", s.id, s.kind, s.on_date - date '1970-01-01' as "on", s.decision
  from structure_operation_unit u join structure_operation s on s.id = u.operation_id
  where u.organization_id = any($1::int[])
  order by s.on_date, s.id`;

/** Reads the operations on several organisations in one statement, each list in the order of the days. */
export async function readStructureOperations(
  statements: Statements,
  organizationIds: readonly number[],
): Promise<(readonly StructureOperationRow[])[]> {
  const rows = await statements.rows<StructureOperationRow & { readonly organizationId: number }>(
    'structure-operations',
    BY_ORGANIZATION,
    [organizationIds],
  );
  const byOrganization = Map.groupBy(rows, ({ organizationId }) => organizationId);
  return organizationIds.map((id) => byOrganization.get(id) ?? []);
}
