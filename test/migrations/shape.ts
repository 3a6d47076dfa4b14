import type { Seed } from '../support/seed.ts';

/**
 * What a database is made of, without its rows: a line for each column, constraint, index, trigger and so on. Functions
 * by their names and arguments: a migration that goes back may word what was before in other lines.
 */
export async function shapeOf(seed: Seed): Promise<string[]> {
  const rows = await seed.rows<{ line: string }>(SHAPE);
  return rows.map(({ line }) => line);
}

const OURS = `= 'public'::regnamespace`;
const NO_EXTENSION = (oid: string): string =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

const SHAPE = `
  select line from (
    select format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      pg_get_expr(d.adbin, d.adrelid)) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace ${OURS} and c.relkind in ('r', 'v')
    union all select format('constraint %s %s', conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace ${OURS}
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select format('function %s', oid::regprocedure)
    from pg_proc where pronamespace ${OURS} and prokind = 'f' and ${NO_EXTENSION('pg_proc.oid')}
    union all select format('policy %s %s %s', tablename, policyname, qual) from pg_policies where schemaname = 'public'
    union all select format('view %s %s', viewname, definition) from pg_views where schemaname = 'public'
    union all select format('enum %s %s', t.typname, string_agg(e.enumlabel, ',' order by e.enumsortorder))
    from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace ${OURS} group by t.typname
    union all select format('grant %s %s %s', table_name, grantee, privilege_type)
    from information_schema.role_table_grants where table_schema = 'public' and grantee = 'dangbo_app'
    union all select format('guarded %s', relname) from pg_class where relnamespace ${OURS} and relrowsecurity
  ) lines order by line`;
