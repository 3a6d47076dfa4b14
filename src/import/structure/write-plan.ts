import type { ClientBase } from 'pg';
import { formatDay } from '../../periods/day.ts';
import { searchForm } from '../../tree/search-form.ts';
import { dateOf } from './date-of.ts';
import type { Decided } from './operation.ts';
import type { Place, Plan, Scene, SceneUnit } from './scene.ts';
import { writeTransfers } from './write-transfers.ts';

/** Writes a plan: rows that it leaves as they are, are not touched. */
export async function writePlan(
  client: ClientBase,
  before: Scene,
  plan: Plan,
  { on, decision }: Decided,
): Promise<void> {
  for (const unit of plan.units) await writeUnit(client, before.units.get(unit.code), unit);
  await writePlaces(client, before, plan);
  for (const { from, to, kind } of plan.successions) {
    await client.query(
      `insert into succession (from_id, to_id, kind, on_date, decision)
       select old.id, (select id from organization where code = $2), $3, $4, $5 from organization old where old.code = $1`,
      [from, to, kind, formatDay(on), decision],
    );
  }
  await writeTransfers(client, plan.transfers, on);
}

async function writeUnit(client: ClientBase, before: SceneUnit | undefined, unit: SceneUnit): Promise<void> {
  const { code, name, openedOn, closedOn, synthetic } = unit;
  if (!before) {
    await client.query(
      `insert into organization (code, name, search_name, opened_on, closed_on, synthetic) values ($1, $2, $3, $4, $5, $6)`,
      [code, name, searchForm(name), dateOf(openedOn), dateOf(closedOn), synthetic],
    );
  } else if (before.name !== name || before.closedOn !== closedOn) {
    await client.query('update organization set name = $2, search_name = $3, closed_on = $4 where code = $1', [
      code,
      name,
      searchForm(name),
      dateOf(closedOn),
    ]);
  }
}

interface PlaceRow extends Place {
  readonly code: string;
}

/** Rows that go, then those that grow shorter or change, then new ones: never two places on one day in between. */
async function writePlaces(client: ClientBase, before: Scene, { units }: Plan): Promise<void> {
  const after = units.flatMap(({ code, places }) => places.map((place): PlaceRow => ({ ...place, code })));
  const known = new Map(
    units.flatMap(({ code }) => before.units.get(code)?.places ?? []).map((place) => [place.id, place]),
  );
  const kept = new Set(after.map(({ id }) => id));
  const gone = [...known.keys()].filter((id) => !kept.has(id));
  if (gone.length > 0) await client.query('delete from placement where id = any($1::int[])', [gone]);
  const changed = after.filter((place) => place.id !== undefined && !same(place, known.get(place.id)));
  if (changed.length > 0) await client.query(UPDATE_PLACES, placeColumns(changed));
  const added = after.filter((place) => place.id === undefined);
  if (added.length > 0) await client.query(INSERT_PLACES, placeColumns(added));
}

function same(place: Place, before: Place | undefined): boolean {
  return (
    before !== undefined &&
    place.parent === before.parent &&
    place.kind === before.kind &&
    place.from === before.from &&
    place.to === before.to
  );
}

const COLUMNS = `unnest($1::int[], $2::text[], $3::text[], $4::organization_kind[], $5::date[], $6::date[]) as row(id, code, parent, kind, since, until)`;

const UPDATE_PLACES = `
  update placement p set parent_id = above.id, kind = row.kind, valid = daterange(row.since, row.until)
  from ${COLUMNS} left join organization above on above.code = row.parent where p.id = row.id`;

const INSERT_PLACES = `
  insert into placement (organization_id, parent_id, kind, valid)
  select unit.id, above.id, row.kind, daterange(row.since, row.until)
  from ${COLUMNS} join organization unit on unit.code = row.code left join organization above on above.code = row.parent`;

function placeColumns(rows: readonly PlaceRow[]): unknown[][] {
  return [
    rows.map(({ id }) => id ?? null),
    rows.map(({ code }) => code),
    rows.map(({ parent }) => parent),
    rows.map(({ kind }) => kind),
    rows.map(({ from }) => dateOf(from)),
    rows.map(({ to }) => dateOf(to)),
  ];
}
