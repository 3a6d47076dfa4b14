import pg from 'pg';
import type { GenerateOptions } from '../../../src/import/register/generate-register.ts';
import { generateRegister } from '../../../src/import/register/generate-register.ts';
import type { Summary } from '../../../src/import/register/state.ts';
import type { TestDatabase } from '../../support/database.ts';
import { createTestDatabase } from '../../support/database.ts';

/** A database of its own with the demo register. */
export interface Demo {
  readonly client: pg.Client;
  readonly summary: Summary;
  generate(options?: Partial<GenerateOptions>): Promise<Summary>;
  /** The rows of a statement, as lists of values. */
  rows(text: string, values?: readonly unknown[]): Promise<unknown[][]>;
  close(): Promise<void>;
}

export async function createDemo(): Promise<Demo> {
  const database: TestDatabase = await createTestDatabase();
  const generate = (options: Partial<GenerateOptions> = {}): Promise<Summary> =>
    generateRegister({ url: database.url, scale: 'demo', ...options });
  const summary = await generate();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return {
    client,
    summary,
    generate,
    rows: async (text, values = []) => (await client.query<unknown[]>({ text, rowMode: 'array' }, [...values])).rows,
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}

/** All units that are below one on a day, itself included. */
export const BELOW = `
  with recursive below as (
    select id as unit_id, null::organization_kind as kind, null::organization_kind as parent_kind from organization where code = $1
    union all
    select placement.organization_id, placement.kind, below.kind from placement
    join below on placement.parent_id = below.unit_id where placement.valid @> $2::date
  )`;

/** All cells that were ever below a unit in [from, to]: a cell that ended within it counts. */
export const EVER_BELOW = `
  with recursive below as (
    select id as unit_id, daterange($2::date, $3::date, '[]') as during from organization where code = $1
    union all
    select placement.organization_id, placement.valid * below.during from placement
    join below on placement.parent_id = below.unit_id where placement.valid && below.during
  )`;
