alter table bench.unit_month add primary key (unit_id, month);

create index on bench.unit_month (parent_id, month);

create index on bench.unit_month (base_id, month) where base_id is not null;

alter table bench.cube_age add primary key (day, ethnicity, sex, age, unit_id);

alter table bench.cube_band add primary key (unit_id, day, sex, band);

drop table bench.holding, bench.cell_change, bench.cell_flow, bench.cell_now;

-- A row of figures with the unit's code and name.
create view bench.figure as
select unit_month.*, unit.code, unit.name
from bench.unit_month join bench.unit on unit.id = unit_month.unit_id;

comment on view bench.figure is E'@primaryKey unit_id,month\n@foreignKey (base_id,month) references figure(unit_id,month)|@fieldName base|@foreignFieldName cells';

create function bench.figures_of(codes text[], month date) returns setof bench.figure language sql stable as $$
  select figure.* from unnest(codes) with ordinality asked(code, number)
  join bench.figure on figure.code = asked.code and figure.month = figures_of.month
  order by asked.number
$$;

create function bench.provinces_in(month date) returns setof bench.figure language sql stable as $$
  select figure.* from bench.figure
  where figure.parent_id = (select id from bench.unit where code = 'VN') and figure.month = provinces_in.month and kind = 'PROVINCE'
  order by code
$$;

create function bench.grassroots_of(code text, month date) returns setof bench.figure language sql stable as $$
  select figure.* from bench.figure
  where figure.parent_id = (select id from bench.unit where unit.code = grassroots_of.code) and figure.month = grassroots_of.month
    and kind in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL')
  order by figure.code
$$;

create function bench.series_of(code text, from_month date, to_month date) returns setof bench.figure language sql stable as $$
  select figure.* from bench.figure
  where figure.code = series_of.code and figure.month between from_month and to_month
  order by figure.month
$$;

create function bench.by_sex_and_band(code text, day date) returns setof bench.cube_band language sql stable as $$
  select cube_band.* from bench.cube_band
  where unit_id = (select id from bench.unit where unit.code = by_sex_and_band.code) and cube_band.day = by_sex_and_band.day
  order by sex, band
$$;

create type bench.province_members as (code text, members int);

create function bench.young_women(ethnicity text, day date) returns setof bench.province_members language sql stable as $$
  select unit.code, sum(cube.members)::int
  from bench.cube_age cube join bench.unit on unit.id = cube.unit_id
  where cube.day = young_women.day and cube.ethnicity = young_women.ethnicity and sex = 'FEMALE' and age <= 30 and code <> 'VN'
  group by unit.code
  order by unit.code
$$;

-- A person of the register, as a page shows one.
create view bench.person as
select id, full_name, sex, born_on, ethnicity, admitted_on, status from member;

comment on view bench.person is E'@primaryKey id';

create function bench.cells_of(code text, day date, cells int) returns setof bench.unit language sql stable as $$
  select unit.* from bench.unit join placement on placement.organization_id = unit.id
  where placement.parent_id = (select id from bench.unit where unit.code = cells_of.code) and placement.valid @> day
    and placement.kind in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL')
  order by unit.code limit cells
$$;

create function bench.unit_members(unit bench.unit, day date, members int) returns setof bench.person language sql stable as $$
  select person.* from member_cell join bench.person on person.id = member_cell.member_id
  where member_cell.cell_id = unit.id and member_cell.valid @> day
  order by person.id limit members
$$;
