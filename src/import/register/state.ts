import type { ClientBase } from 'pg';
import type { Scale } from '../../config.ts';
import type { RegisterScale } from './scale.ts';

/** What was made, and how much of it. */
export interface Summary {
  readonly scale: RegisterScale;
  readonly seed: number;
  readonly provinces: number;
  readonly organizations: number;
  readonly members: number;
  readonly stays: number;
  readonly events: number;
  readonly targets: number;
  readonly milliseconds: number;
}

/** Anything that runs SQL as pg does: a client or a pool. */
export interface Queryable {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>;
}

/** The scale of the register in the database; one look-up of one row. */
export async function registerScale(database: Queryable): Promise<Scale> {
  const { rows } = await database.query('select scale from register_state');
  return (rows[0]?.['scale'] as RegisterScale | undefined) ?? 'none';
}

export async function writeState(client: ClientBase, summary: Summary): Promise<void> {
  const { scale, seed, provinces, organizations, members, stays, events, targets, milliseconds } = summary;
  await client.query(
    `insert into register_state
      (scale, seed, provinces, organizations, members, stays, events, targets, milliseconds)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [scale, seed, provinces, organizations, members, stays, events, targets, Math.round(milliseconds)],
  );
}
