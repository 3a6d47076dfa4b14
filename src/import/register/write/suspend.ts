import type { ClientBase } from 'pg';

/** What is taken off a table while millions of rows come in, and how it is put back. */
interface Suspended {
  readonly drop: string;
  readonly restore: string;
}

const FILLED = ['organization', 'placement', 'succession', 'observation', 'member', 'member_cell', 'member_event'];

const CONSTRAINTS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as "drop",
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as "restore"
  from pg_constraint
  where conrelid = any($1::regclass[]) and contype in ('f', 'x')
  order by contype desc, conrelid, conname`;

/** Indexes that no constraint stands on. */
const INDEXES = `
  select format('drop index %s', indexrelid::regclass) as "drop", pg_get_indexdef(indexrelid) as "restore"
  from pg_index
  where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)
  order by indrelid, indexrelid`;

/**
 * Takes references, exclusion rules and indexes off the tables that a large register fills; checking them once at the
 * end is many times faster than row by row. All within the caller's transaction: nobody ever sees the tables without.
 * @returns puts them back, which checks every row; tells after each how much of it is done
 */
export async function suspendRules(
  client: ClientBase,
): Promise<(onDone: (done: number, of: number) => void) => Promise<void>> {
  const constraints = (await client.query<Suspended>(CONSTRAINTS, [FILLED])).rows;
  for (const { drop } of constraints) await client.query(drop);
  const indexes = (await client.query<Suspended>(INDEXES, [FILLED])).rows;
  for (const { drop } of indexes) await client.query(drop);
  return async (onDone) => {
    const all = [...indexes, ...constraints];
    await client.query(`set local maintenance_work_mem = '512MB'`);
    for (const [at, { restore }] of all.entries()) {
      await client.query(restore);
      onDone(at + 1, all.length);
    }
  };
}
