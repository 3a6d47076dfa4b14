import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClientBase } from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { formatDay } from '../../periods/day.ts';
import { checkLaws } from './laws.ts';
import type { StructureOperation } from './operation.ts';
import { planOperation } from './plan/index.ts';
import { readScene } from './read-scene.ts';
import { writePlan } from './write-plan.ts';

/** An operation that is done. */
export interface Applied {
  /** Id of its record. */
  readonly id: number;
  /** The units that it made or changed, in the order in which they were written. */
  readonly codes: readonly string[];
  /** How many members it took over into another cell. */
  readonly members: number;
}

/**
 * Does an operation in a transaction of its own; of one that is refused nothing stays.
 * @param em on the connection that may write
 * @param recordedBy who entered it; null where nobody is known
 * @throws CodedError with the reason
 */
export async function applyOperation(
  em: EntityManager,
  operation: StructureOperation,
  recordedBy: string | null = null,
): Promise<Applied> {
  try {
    return await inTransaction(em, (client) => applyWithin(client, operation, recordedBy));
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The same within the caller’s transaction. */
export async function applyWithin(
  client: ClientBase,
  operation: StructureOperation,
  recordedBy: string | null,
): Promise<Applied> {
  const scene = await readScene(client, operation);
  const plan = planOperation(scene, operation);
  checkLaws(scene, plan, operation.on);
  await writePlan(client, scene, plan, operation);
  const codes = plan.units.map(({ code }) => code);
  const { rows } = await client.query<{ id: number }>(RECORD, [
    operation.op,
    formatDay(operation.on),
    operation.decision,
    detailOf(operation),
    recordedBy,
    codes,
  ]);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the record of the operation was not written');
  return { id, codes, members: new Set(plan.transfers.map(({ stay }) => stay.member)).size };
}

/** The operation as an import row has it. */
export function detailOf(operation: StructureOperation): string {
  return JSON.stringify(operation, (key, value: unknown) =>
    key === 'on' && typeof value === 'number' ? formatDay(value) : value,
  );
}

const RECORD = `
  with made as (
    insert into structure_operation (kind, on_date, decision, detail, recorded_by) values ($1, $2, $3, $4, $5) returning id
  ), named as (
    insert into structure_operation_unit (operation_id, organization_id)
    select made.id, o.id from made, organization o where o.code = any($6::text[])
  )
  select id from made`;

/** What the database itself refused, where another writer was faster than the check. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('constraint' in error)) return error;
  const { message, constraint } = error;
  if (constraint === 'placement_no_circle')
    return new CodedError('CIRCLE_REFUSED', `Refused: ${message}.`, {}, { cause: error });
  if (constraint === 'placement_one_place_a_day')
    return new CodedError('TWO_PARENTS_REFUSED', `Refused: ${message}.`, {}, { cause: error });
  if (constraint === 'organization_code_unique')
    return new CodedError('ORGANIZATION_CODE_TAKEN', `Refused: ${message}.`, {}, { cause: error });
  return error;
}
