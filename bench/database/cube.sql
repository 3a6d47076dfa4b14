-- Members of the nation and of each province at the end of :day, by what they are like.
insert into bench.cube_age
with held as (
  select holding.cell_id, holding.ancestor_id
  from bench.holding join placement place on place.organization_id = holding.ancestor_id and place.valid @> :day
  where holding.valid @> :day and place.kind in ('NATION', 'PROVINCE')
), counted as (
  select cell_id, ethnicity, sex, extract(year from age(:day, born_on))::int as age, count(*) as members
  from member_cell join member on member.id = member_cell.member_id
  where valid @> :day
  group by 1, 2, 3, 4
)
select :day, ethnicity, sex, age, ancestor_id, sum(members)
from counted join held using (cell_id)
group by 2, 3, 4, 5;

insert into bench.cube_band
select unit_id, day, sex,
  case when age <= 30 then '18_TO_30' when age <= 40 then '31_TO_40' when age <= 50 then '41_TO_50' when age <= 60 then '51_TO_60' else 'OVER_60' end,
  sum(members)
from bench.cube_age where day = :day
group by 1, 2, 3, 4;
