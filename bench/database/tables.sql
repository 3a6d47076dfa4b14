create table bench.unit (id int primary key, code text not null unique, name text not null);

insert into bench.unit select id, code, name from organization;

-- One row for each unit and month. Values are null where the unit held no cell.
create table bench.unit_month (
  unit_id int not null,
  month date not null,
  kind organization_kind not null,
  parent_id int,
  -- Of a cell below a grassroots committee: that committee.
  base_id int,
  members int,
  official int,
  probationary int,
  admitted int,
  made_official int,
  disciplined int,
  departed int,
  badges int
);

create table bench.cube_age (
  day date not null,
  ethnicity text not null,
  sex sex not null,
  age int not null,
  unit_id int not null,
  members int not null
);

create table bench.cube_band (
  unit_id int not null,
  day date not null,
  sex sex not null,
  band text not null,
  members int not null
);
