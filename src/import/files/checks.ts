import type { Work } from './work.ts';

/** Something that must not be so of a planned row, as SQL over `p`, the row of `import_planned`. */
export interface Check {
  readonly code: string;
  readonly property: string;
  readonly when: string;
  /** What came, or what it is about: SQL that gives text. */
  readonly object: string;
}

/** Names a check’s parts by their places. */
export function check(code: string, property: string, when: string, object: string): Check {
  return { code, property, when, object };
}

/** Notes what is wrong with the planned rows: one pass for all checks. */
export async function runChecks({ client }: Work, checks: readonly Check[]): Promise<void> {
  const cases = checks.map(({ code, property, when, object }) => `(${when}, '${code}', '${property}', ${object})`);
  await client.query(`
    insert into pg_temp.import_finding
    select p.row, f.code, f.property, left(f.object, 60)
    from pg_temp.import_planned p
    cross join lateral (values ${cases.join(', ')}) as f(is_so, code, property, object)
    where (${checks.map(({ when }) => `(${when})`).join(' or ')}) and f.is_so`);
}

/** SQL: the planned row has nothing wrong with it. */
export const IS_VALID = `not exists (select from pg_temp.import_finding f where f.row = p.row)`;

/**
 * Makes the list of the units that the file may be about; empty and not asked for one who may change everything.
 * A unit that has ended has what was below it on its last day.
 */
export async function makeScope({ client, scope }: Work): Promise<void> {
  await client.query(`create temporary table import_scope (organization_id int primary key) on commit drop`);
  if (scope) await client.query(BELOW, [scope.unit, scope.today]);
}

const BELOW = `
  insert into pg_temp.import_scope
  with recursive own as (
    select id, least($2::date, closed_on - 1) as day from organization where code = $1
  ), below as (
    select id, day from own
    union
    select p.organization_id, below.day from below join placement p on p.parent_id = below.id and p.valid @> below.day
  )
  select id from below`;

/** SQL: the unit is one that the file must not be about. */
export function outside({ scope }: Work, organizationId: string): string {
  if (!scope) return 'false';
  return `not exists (select from pg_temp.import_scope s where s.organization_id = ${organizationId})`;
}

/** Of rows about what is not the sender’s nothing else is told: it is the same whether there is such a thing or not. */
export async function hideOutside({ client, scope }: Work): Promise<void> {
  if (!scope) return;
  await client.query(`
    delete from pg_temp.import_finding f using pg_temp.import_finding o
    where o.row = f.row and o.code = 'FORBIDDEN' and f.code <> 'FORBIDDEN'`);
}

/** The cell of a planned row is a unit, open from the given day on, and of a kind that has members. */
export function cellChecks(notOpen: string, day: string): Check[] {
  return [
    check('ORGANIZATION_UNKNOWN', 'cell', 'p.cell is not null and p.cell_id is null', 'p.cell'),
    check(
      'ORGANIZATION_NOT_OPEN',
      'cell',
      `p.cell_id is not null and ${day} is not null and (${notOpen})`,
      `p.cell || ' ' || ${day}`,
    ),
    check('KIND_NOT_ALLOWED', 'cell', `p.cell_kind not in ('CELL', 'GRASSROOTS_CELL')`, `p.cell || ' ' || p.cell_kind`),
  ];
}
