import { IS_VALID } from '../checks.ts';

/** The events by which members come into cells and go. */
export const STRUCTURAL = `('TRANSFER_IN', 'TRANSFER_OUT', 'LEAVING')`;

/**
 * How the stays of members go on from their last one: each transfer in begins a stay that lasts up to the member's next
 * event of these; the last stay on record ends with the first of them. On one day an arrival comes after a departure.
 */
export const WRITE_STAYS: readonly string[] = [
  `create temporary table import_move on commit drop as
    select m.member_id, m.cell_id, m.kind, m.on_date, m.last_id, m.last_from, m.last_to,
      lead(m.on_date) over (partition by m.member_id order by m.on_date, m.kind = 'TRANSFER_IN') as next_on,
      row_number() over (partition by m.member_id order by m.on_date, m.kind = 'TRANSFER_IN') as place
    from pg_temp.import_planned m
    where m.kind in ${STRUCTURAL} and m.action <> 'UNCHANGED' and ${IS_VALID.replace('p.row', 'm.row')}
      and not (m.kind = 'TRANSFER_IN' and m.last_cell = m.cell_id and m.on_date = m.last_from)`,
  `update member_cell c set valid = daterange(lower(c.valid), m.on_date)
    from pg_temp.import_move m
    where m.place = 1 and c.id = m.last_id and coalesce(upper(c.valid) > m.on_date, true)`,
  `insert into member_cell (member_id, cell_id, valid)
    select m.member_id, m.cell_id, daterange(m.on_date, m.next_on) from pg_temp.import_move m
    where m.kind = 'TRANSFER_IN' and m.on_date is distinct from m.next_on order by m.member_id, m.on_date`,
];
