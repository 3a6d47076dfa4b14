import type { ClientBase } from 'pg';

/** A table as it is carried: the columns that hold data of their own. */
export interface CarriedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Not carried: the list of migrations is made by migrating, and the journal tells running servers what other
 * transactions changed, by transaction numbers that mean nothing in another server.
 */
const NOT_CARRIED = ['mikro_orm_migrations', 'journal', 'journal_horizon'];

const TABLES = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns,
    array(select distinct f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as above
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all($1::text[])
  group by c.oid, c.relname order by c.relname`;

/** Every table that is carried; what a table refers to comes before it. */
export async function carriedTables(client: ClientBase): Promise<CarriedTable[]> {
  const { rows } = await client.query<CarriedTable & { above: string[] }>(TABLES, [NOT_CARRIED]);
  const ordered: CarriedTable[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ above }) => above.every((name) => !waiting.has(name)));
    if (free.length === 0)
      throw new Error(`tables refer to one another in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns } of free) {
      ordered.push({ name, columns });
      waiting.delete(name);
    }
  }
  return ordered;
}

/** A sequence, and where it stands. */
export interface CarriedSequence {
  readonly name: string;
  /** Undefined where it has given nothing yet. */
  readonly value?: string;
}

/** Where the sequences stand, but for those of tables that are not carried. */
export async function carriedSequences(client: ClientBase): Promise<CarriedSequence[]> {
  const { rows } = await client.query<{ name: string; value: string | null }>(
    `select s.relname as name, pg_sequence_last_value(s.oid)::text as value
    from pg_class s left join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i') and d.refclassid = 'pg_class'::regclass
    where s.relnamespace = 'public'::regnamespace and s.relkind = 'S'
      and coalesce(d.refobjid::regclass::text, '') <> all($1::text[]) order by s.relname`,
    [NOT_CARRIED],
  );
  return rows.map(({ name, value }) => (value === null ? { name } : { name, value }));
}

/** `"name" ("column", …)`, as COPY takes it. */
export function copied(client: ClientBase, { name, columns }: CarriedTable): string {
  return `public.${client.escapeIdentifier(name)} (${columns.map((each) => client.escapeIdentifier(each)).join(', ')})`;
}
