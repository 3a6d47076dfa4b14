import type { ClientBase } from 'pg';
import type { Day } from '../../periods/day.ts';
import { formatDay } from '../../periods/day.ts';
import { dateOf } from './date-of.ts';
import type { Transfer } from './scene.ts';

/**
 * Takes stays over into other cells from a day on. A stay that began before is cut, and the member's
 * transfer noted; one that began later, by what is on record already, is in the other cell altogether.
 * What happened to the member in the old cell since that day, happened in the new one.
 */
export async function writeTransfers(client: ClientBase, transfers: readonly Transfer[], on: Day): Promise<void> {
  const day = formatDay(on);
  const cut = transfers.filter(({ stay }) => stay.from < on);
  const later = transfers.filter(({ stay }) => stay.from >= on);
  if (later.length > 0) await client.query(TAKE_OVER, [later.map(({ stay }) => stay.id), later.map(({ to }) => to)]);
  if (transfers.length > 0) {
    await client.query(EVENTS_SINCE, [
      transfers.map(({ stay }) => stay.member),
      transfers.map(({ stay }) => stay.cell),
      transfers.map(({ to }) => to),
      day,
    ]);
  }
  if (cut.length === 0) return;
  const rows = [
    cut.map(({ stay }) => stay.member),
    cut.map(({ stay }) => stay.cell),
    cut.map(({ to }) => to),
    cut.map(({ stay }) => dateOf(stay.to)),
    day,
  ];
  await client.query(END_STAYS, [cut.map(({ stay }) => stay.id), day]);
  await client.query(BEGIN_STAYS, rows);
  await client.query(NOTE_TRANSFERS, rows);
}

const END_STAYS = `update member_cell set valid = daterange(lower(valid), $2::date) where id = any($1::int[])`;

const CUT = `unnest($1::int[], $2::text[], $3::text[], $4::date[]) as row(member, cell, heir, until)
  join organization old on old.code = row.cell join organization heir on heir.code = row.heir`;

const BEGIN_STAYS = `
  insert into member_cell (member_id, cell_id, valid) select row.member, heir.id, daterange($5::date, row.until) from ${CUT}`;

const NOTE_TRANSFERS = `
  insert into member_event (member_id, cell_id, kind, on_date)
  select row.member, case kind when 'TRANSFER_OUT' then old.id else heir.id end, kind, $5::date
  from ${CUT} cross join unnest(array['TRANSFER_OUT', 'TRANSFER_IN']::member_event_kind[]) kind`;

const TAKE_OVER = `
  update member_cell c set cell_id = o.id
  from unnest($1::int[], $2::text[]) as row(id, cell) join organization o on o.code = row.cell where c.id = row.id`;

/** A transfer or a departure on the day itself ended a stay of before. */
const EVENTS_SINCE = `
  update member_event e set cell_id = heir.id
  from (select distinct * from unnest($1::int[], $2::text[], $3::text[]) as row(member, cell, heir)) row
  join organization old on old.code = row.cell join organization heir on heir.code = row.heir
  where e.member_id = row.member and e.cell_id = old.id
    and (e.on_date > $4::date or (e.on_date = $4::date and e.kind not in ('TRANSFER_OUT', 'LEAVING')))`;
