-- Brings the cells up to the end of the month :month.
update bench.cell_now now
set members = now.members + change.members, official = now.official + change.official
from bench.cell_change change
where change.month = :month and change.cell_id = now.cell_id;

-- Adds the month's rows: of all units above the cells, and of the cells where :with_cells says so.
insert into bench.unit_month
with counted as (
  select holding.ancestor_id, sum(now.members) as members, sum(now.official) as official,
    sum(coalesce(flow.admitted, 0)) as admitted, sum(coalesce(flow.made_official, 0)) as made_official,
    sum(coalesce(flow.disciplined, 0)) as disciplined, sum(coalesce(flow.departed, 0)) as departed,
    sum(coalesce(flow.badges, 0)) as badges
  from bench.holding holding
  join bench.cell_now now using (cell_id)
  left join bench.cell_flow flow on flow.cell_id = holding.cell_id and flow.month = :month
  where holding.valid @> :last_day and (:with_cells or holding.ancestor_id <> holding.cell_id)
  group by 1
)
select place.organization_id, :month, place.kind, place.parent_id,
  case when place.kind = 'CELL' then case when above.kind = 'SECTION_COMMITTEE' then above.parent_id else place.parent_id end end,
  members, official, members - official, admitted, made_official, disciplined, departed, badges
from placement place
left join placement above on above.organization_id = place.parent_id and above.valid @> :last_day
left join counted on counted.ancestor_id = place.organization_id
where place.valid @> :last_day and (:with_cells or place.kind not in ('CELL', 'GRASSROOTS_CELL'));
