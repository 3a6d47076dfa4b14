-- Which cells a unit held, and from when to when.
create table bench.holding as
with recursive below as (
  select organization_id as ancestor_id, organization_id as unit_id, kind, valid from placement
  union all
  select below.ancestor_id, placement.organization_id, placement.kind, below.valid * placement.valid
  from below join placement on placement.parent_id = below.unit_id and placement.valid && below.valid
)
select ancestor_id, unit_id as cell_id, valid from below where kind in ('CELL', 'GRASSROOTS_CELL');

-- What each cell gains and loses by the end of a month; the first month has all that was before.
create table bench.cell_change as
with stay as (
  select cell_id, lower(valid) as enters, upper(valid) as leaves, official_on
  from member_cell join member on member.id = member_cell.member_id
), change as (
  select cell_id, enters as on_date, 1 as members, 0 as official from stay
  union all select cell_id, leaves, -1, 0 from stay
  union all select cell_id, greatest(enters, official_on), 0, 1 from stay where official_on < coalesce(leaves, 'infinity')
  union all select cell_id, leaves, 0, -1 from stay where official_on < leaves
)
select cell_id, greatest(date_trunc('month', on_date)::date, :first_month) as month,
  sum(members)::int as members, sum(official)::int as official
from change where on_date < :end_month
group by 1, 2 having sum(members) <> 0 or sum(official) <> 0;

create index on bench.cell_change (month);

create table bench.cell_flow as
select cell_id, date_trunc('month', on_date)::date as month,
  count(*) filter (where kind = 'ADMISSION')::int as admitted,
  count(*) filter (where kind = 'BECOMING_OFFICIAL')::int as made_official,
  count(*) filter (where kind = 'DISCIPLINE')::int as disciplined,
  count(*) filter (where kind = 'LEAVING')::int as departed,
  count(*) filter (where kind = 'BADGE')::int as badges
from member_event where on_date >= :first_month and on_date < :end_month
group by 1, 2;

create index on bench.cell_flow (month);

create table bench.cell_now (cell_id int primary key, members int not null, official int not null) with (fillfactor = 50);

insert into bench.cell_now select distinct cell_id, 0, 0 from bench.holding;

analyze bench.holding, bench.cell_change, bench.cell_flow, bench.cell_now;
