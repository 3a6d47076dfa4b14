import type { MikroORM } from '@mikro-orm/postgresql';
import type { ClientBase, Pool } from 'pg';
import { searchForm } from '../../tree/search-form.ts';
import type { Country } from './types.ts';

/** How many rows of each table were added or corrected; all zero where the country was there already. */
export interface WrittenCountry {
  readonly organizations: number;
  readonly placements: number;
  readonly successions: number;
  readonly administrativeUnits: number;
}

/**
 * Brings the country into the database, in one transaction. A unit whose code is there already stays as it is, with
 * its name, its dates and its place: writing again, or after published units were seeded, changes nothing of theirs.
 */
export async function writeCountry(orm: MikroORM, country: Country): Promise<WrittenCountry> {
  const pool: Pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    await client.query('begin');
    const written = await insertCountry(client, country);
    await client.query('commit');
    return written;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * The same within the caller’s transaction: one statement per table. Of two writers at once, the second waits at the
 * first unit until the first one’s transaction ends.
 */
export async function insertCountry(client: ClientBase, country: Country): Promise<WrittenCountry> {
  const run = async (text: string, columns: readonly unknown[][]): Promise<number> =>
    (await client.query(text, [...columns])).rowCount ?? 0;
  return {
    organizations: await run(ORGANIZATIONS, organizationColumns(country)),
    placements: await run(PLACEMENTS, placementColumns(country)),
    successions: await run(SUCCESSIONS, successionColumns(country)),
    administrativeUnits: await run(ADMINISTRATIVE_UNITS, administrativeColumns(country)),
  };
}

function organizationColumns({ organizations }: Country): unknown[][] {
  return [
    organizations.map(({ code }) => code),
    organizations.map(({ name }) => name),
    organizations.map(({ name }) => searchForm(name)),
    organizations.map(({ openedOn }) => openedOn),
    organizations.map(({ closedOn }) => closedOn),
  ];
}

const ORGANIZATIONS = `
  insert into organization (code, name, search_name, opened_on, closed_on)
  select code, name, search_name, opened_on, closed_on
  from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[])
    with ordinality as unit (code, name, search_name, opened_on, closed_on, place)
  order by place
  on conflict (code) do nothing`;

function placementColumns({ placements }: Country): unknown[][] {
  return [
    placements.map(({ code }) => code),
    placements.map(({ parent }) => parent),
    placements.map(({ kind }) => kind),
    placements.map(({ from }) => from),
    placements.map(({ to }) => to),
  ];
}

/** A unit that hangs anywhere already is left where it hangs. */
const PLACEMENTS = `
  insert into placement (organization_id, parent_id, kind, valid)
  select child.id, parent.id, unit.kind, daterange(unit.since, unit.until)
  from unnest($1::text[], $2::text[], $3::organization_kind[], $4::date[], $5::date[])
    with ordinality as unit (code, parent, kind, since, until, place)
  join organization child on child.code = unit.code
  left join organization parent on parent.code = unit.parent
  where not exists (select from placement other where other.organization_id = child.id)
  order by unit.place`;

function successionColumns({ successions }: Country): unknown[][] {
  return [
    successions.map(({ from }) => from),
    successions.map(({ to }) => to),
    successions.map(({ kind }) => kind),
    successions.map(({ on }) => on),
  ];
}

const SUCCESSIONS = `
  insert into succession (from_id, to_id, kind, on_date)
  select old.id, heir.id, link.kind, link.on_date
  from unnest($1::text[], $2::text[], $3::succession_kind[], $4::date[])
    with ordinality as link (old, heir, kind, on_date, place)
  join organization old on old.code = link.old
  left join organization heir on heir.code = link.heir
  where not exists (
    select from succession other where other.from_id = old.id and other.to_id is not distinct from heir.id
  )
  order by link.place`;

function administrativeColumns({ administrativeUnits }: Country): unknown[][] {
  return [
    administrativeUnits.map(({ codeList }) => codeList),
    administrativeUnits.map(({ code }) => code),
    administrativeUnits.map(({ name }) => name),
    administrativeUnits.map(({ organization }) => organization),
  ];
}

/** What a code names is the list’s to say: an entry that was seeded takes the list’s name. */
const ADMINISTRATIVE_UNITS = `
  insert into administrative_unit (code_list, code, name, organization_id)
  select unit.code_list, unit.code, unit.name, organization.id
  from unnest($1::text[], $2::text[], $3::text[], $4::text[])
    with ordinality as unit (code_list, code, name, organization, place)
  join organization on organization.code = unit.organization
  order by unit.place
  on conflict (code_list, code) do update set name = excluded.name, organization_id = excluded.organization_id
  where (administrative_unit.name, administrative_unit.organization_id)
    is distinct from (excluded.name, excluded.organization_id)`;
