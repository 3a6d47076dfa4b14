import type { ClientBase } from 'pg';
import type { Day } from '../../periods/day.ts';
import { formatDay, NO_END, NO_START } from '../../periods/day.ts';
import type { OrganizationKind } from '../../tree/kind.ts';
import type { StructureOperation } from './operation.ts';
import type { Place, Scene, SceneUnit, Stay } from './scene.ts';

/** The codes that an operation names. */
interface NamedCodes {
  /** Units whose children and members it is about. */
  readonly subjects: readonly string[];
  readonly others: readonly string[];
}

/**
 * Reads what an operation is about, and keeps others from changing it until the transaction ends: writers
 * of placements wait at the guard, and nobody enters a cell whose row is locked.
 */
export async function readScene(client: ClientBase, operation: StructureOperation): Promise<Scene> {
  await client.query('update placement_guard set writes = writes + 1');
  const { subjects, others } = codesOf(operation);
  await client.query('select id from organization where code = any($1::text[]) order by id for update', [subjects]);
  const { rows } = await client.query<UnitRow>(UNITS, [subjects, others, formatDay(operation.on)]);
  const units = new Map(rows.map((row) => [row.code, toUnit(row)]));
  const stays = await readStays(client, operation, units);
  const later = await client.query<{ code: string }>(RENAMED_LATER, [subjects, formatDay(operation.on)]);
  return { units, stays, renamedLater: new Set(later.rows.map(({ code }) => code)) };
}

function codesOf(operation: StructureOperation): NamedCodes {
  const cells = 'members' in operation ? cellsOf(operation.members) : [];
  switch (operation.op) {
    case 'OPEN':
      return {
        subjects: [operation.code],
        others: [operation.parent, ...(operation.then ?? []).map(({ parent }) => parent)],
      };
    case 'MOVE':
      return { subjects: [operation.code], others: [operation.parent] };
    case 'RENAME':
    case 'CLOSE':
      return { subjects: [operation.code], others: cells };
    case 'MERGE':
      return {
        subjects: [...operation.codes, operation.into.code],
        others: operation.into.parent === undefined ? [] : [operation.into.parent],
      };
    case 'SPLIT':
      return {
        subjects: [operation.code],
        others: [
          ...cells,
          ...operation.into.flatMap(({ code, parent }) => [code, ...(parent === undefined ? [] : [parent])]),
        ],
      };
    case 'CONVERT': {
      const { code, parent } = operation.into;
      return {
        subjects: [operation.code],
        others: [
          ...cells,
          code,
          ...(parent === undefined ? [] : [parent]),
          ...(operation.cells ?? []).map((cell) => cell.code),
        ],
      };
    }
  }
}

function cellsOf(members: Extract<StructureOperation, { op: 'CLOSE' }>['members']): string[] {
  if (!members) return [];
  const { named = [], rest, evenly = [] } = members;
  return [...named.map(({ cell }) => cell), ...evenly, ...(rest === undefined ? [] : [rest])];
}

/** Of which cells members may have to go, by what the operation is. */
async function readStays(
  client: ClientBase,
  operation: StructureOperation,
  units: ReadonlyMap<string, SceneUnit>,
): Promise<Stay[]> {
  if (operation.op === 'OPEN' || operation.op === 'RENAME' || operation.op === 'MOVE') return [];
  const ids =
    operation.op === 'CONVERT'
      ? withBelow(operation.code, operation.on, units)
      : (operation.op === 'MERGE' ? operation.codes : [operation.code]).flatMap((code) => units.get(code)?.id ?? []);
  await client.query('select id from organization where id = any($1::int[]) order by id for update', [ids]);
  const { rows } = await client.query<StayRow>(STAYS, [ids, formatDay(operation.on)]);
  return rows.map(({ from, to, ...row }) => ({ ...row, from: from ?? NO_START, to: to ?? NO_END }));
}

function withBelow(code: string, on: Day, units: ReadonlyMap<string, SceneUnit>): number[] {
  const children = [...units.values()].filter(({ places }) =>
    places.some(({ parent, to }) => parent === code && to > on),
  );
  const id = units.get(code)?.id;
  return [...(id === undefined ? [] : [id]), ...children.flatMap((child) => withBelow(child.code, on, units))];
}

interface UnitRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly synthetic: boolean;
  readonly places: readonly {
    id: number;
    parent: string | null;
    kind: OrganizationKind;
    from: Day | null;
    to: Day | null;
  }[];
}

type StayRow = Omit<Stay, 'from' | 'to'> & { readonly from: Day | null; readonly to: Day | null };

function toUnit({ openedOn, closedOn, places, ...unit }: UnitRow): SceneUnit {
  return {
    ...unit,
    openedOn: openedOn ?? NO_START,
    closedOn: closedOn ?? NO_END,
    places: places.map((place): Place => ({ ...place, from: place.from ?? NO_START, to: place.to ?? NO_END })),
  };
}

/** Everything named, what hangs below the subjects (below section committees too), and all that stands above. */
const UNITS = `
  with recursive named as (
    select id from organization where code = any($1::text[]) or code = any($2::text[])
  ), below as (
    select id from organization where code = any($1::text[])
    union
    select p.organization_id from below join placement p on p.parent_id = below.id
    where coalesce(upper(p.valid) > $3::date, true)
      and (exists (select from organization o where o.id = below.id and o.code = any($1::text[]))
        or exists (select from placement s where s.organization_id = below.id and s.kind = 'SECTION_COMMITTEE'))
  ), above as (
    select id from named union select id from below
    union
    select p.parent_id from above join placement p on p.organization_id = above.id where p.parent_id is not null
  )
  select o.id, o.code, o.name, o.opened_on - date '1970-01-01' as "openedOn", o.closed_on - date '1970-01-01' as "closedOn", o.synthetic,
    coalesce((
      select json_agg(json_build_object('id', p.id, 'parent', h.code, 'kind', p.kind,
        'from', lower(p.valid) - date '1970-01-01', 'to', upper(p.valid) - date '1970-01-01') order by lower(p.valid) nulls first)
      from placement p left join organization h on h.id = p.parent_id where p.organization_id = o.id
    ), '[]') as places
  from organization o where o.id in (select id from above)`;

const STAYS = `
  select c.id, c.member_id as "member", o.code as "cell", lower(c.valid) - date '1970-01-01' as "from", upper(c.valid) - date '1970-01-01' as "to"
  from member_cell c join organization o on o.id = c.cell_id
  where c.cell_id = any($1::int[]) and coalesce(upper(c.valid) > $2::date, true)
  order by c.member_id, lower(c.valid)`;

const RENAMED_LATER = `
  select distinct o.code from structure_operation s
  join structure_operation_unit u on u.operation_id = s.id join organization o on o.id = u.organization_id
  where s.kind = 'RENAME' and s.on_date > $2::date and o.code = any($1::text[])`;
