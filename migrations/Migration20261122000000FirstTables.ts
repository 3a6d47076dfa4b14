import { Migration } from '@mikro-orm/migrations';

/**
 * The first tables: the tree through time, the catalogue, reported facts and the register of members.
 * Two rules live in the database itself: an organisation hangs in one place on any day, and a member
 * is in one cell on any day. `down` drops all of it.
 */
export class Migration20261122000000FirstTables extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists btree_gist`);
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(`create type indicator_kind as enum ('FLOW', 'STOCK', 'RATIO', 'AVERAGE', 'CLASS')`);
    this.addSql(`create type sex as enum ('FEMALE', 'MALE')`);
    this.addSql(`create type member_status as enum ('PROBATIONARY', 'OFFICIAL', 'LEFT')`);
    this.addSql(
      `create type member_event_kind as enum ('ADMISSION', 'BECOMING_OFFICIAL', 'TRANSFER_IN', 'TRANSFER_OUT', 'DISCIPLINE', 'AWARD', 'BADGE', 'LEAVING')`,
    );
    this.addSql(
      `create type organization_kind as enum ('NATION', 'PROVINCE', 'DISTRICT', 'BLOC', 'COMMUNE', 'GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL', 'SECTION_COMMITTEE', 'CELL')`,
    );
    this.addSql(`create type observation_role as enum ('ACTUAL', 'TARGET')`);
    this.addSql(`create type period_unit as enum ('MONTH', 'QUARTER', 'YEAR')`);
    this.addSql(`create type qualifier as enum ('EXACT', 'AT_LEAST', 'GREATER_THAN')`);
    this.addSql(`create type succession_kind as enum ('MERGED', 'SPLIT', 'CONVERTED', 'RENAMED', 'DISSOLVED')`);
    this.addSql(
      `create table dimension (name text not null, name_vi text not null, description_en text not null, value_list jsonb not null, closed boolean not null, primary key (name))`,
    );
    this.addSql(
      `create table indicator (code text not null, name text not null, name_en text not null, description text not null, description_en text not null, kind indicator_kind not null, unit text not null, definition jsonb null, primary key (code))`,
    );
    this.addSql(
      `create table indicator_dimension (indicator_code text not null, dimension_name text not null, adds_up boolean not null, primary key (indicator_code, dimension_name))`,
    );
    this.addSql(
      `create table member (id serial primary key, full_name text not null, sex sex not null, born_on date not null, ethnicity text not null, education text not null, political_theory text null, occupation text not null, admitted_on date not null, official_on date null, status member_status not null, synthetic boolean not null default false)`,
    );
    this.addSql(
      `create table organization (id serial primary key, code text not null, name text not null, search_name text not null, opened_on date null, closed_on date null, synthetic boolean not null default false)`,
    );
    this.addSql(`alter table organization add constraint organization_code_unique unique (code)`);
    this.addSql(
      `create table member_event (id serial primary key, member_id int not null, cell_id int not null, kind member_event_kind not null, on_date date not null, detail text null)`,
    );
    this.addSql(`create index member_event_member_id_index on member_event (member_id)`);
    this.addSql(`create index member_event_cell_id_index on member_event (cell_id)`);
    this.addSql(
      `create table member_cell (id serial primary key, member_id int not null, cell_id int not null, valid daterange not null)`,
    );
    this.addSql(`create index member_cell_cell_id_index on member_cell (cell_id)`);
    this.addSql(
      `create table administrative_unit (code_list text not null, code text not null, name text not null, organization_id int null, primary key (code_list, code))`,
    );
    this.addSql(`create index administrative_unit_organization_id_index on administrative_unit (organization_id)`);
    this.addSql(
      `create table placement (id serial primary key, organization_id int not null, parent_id int null, kind organization_kind not null, valid daterange not null)`,
    );
    this.addSql(`create index placement_parent_id_index on placement (parent_id)`);
    this.addSql(
      `create table source_document (id text not null, title text not null, kind text not null, publisher text null, published_on date null, file text null, primary key (id))`,
    );
    this.addSql(
      `create table observation (id serial primary key, organization_id int not null, indicator_code text not null, role observation_role not null, period_key text null, period daterange null, approximate boolean not null default false, per period_unit null, dimensions jsonb not null, value double precision null, numerator double precision null, denominator double precision null, qualifier qualifier not null default 'EXACT', source_id text not null, known_at timestamptz not null, note text null)`,
    );
    this.addSql(`create index observation_source_id_index on observation (source_id)`);
    this.addSql(`create index observation_organization_id_index on observation (organization_id)`);
    this.addSql(`create index observation_indicator_code_period_key_index on observation (indicator_code, period_key)`);
    this.addSql(
      `create table succession (id serial primary key, from_id int not null, to_id int null, kind succession_kind not null, on_date date not null, decision text null)`,
    );
    this.addSql(`create index succession_from_id_index on succession (from_id)`);
    this.addSql(`create index succession_to_id_index on succession (to_id)`);
    this.addSql(
      `alter table indicator_dimension add constraint indicator_dimension_indicator_code_foreign foreign key (indicator_code) references indicator (code) on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table indicator_dimension add constraint indicator_dimension_dimension_name_foreign foreign key (dimension_name) references dimension (name) on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table member_event add constraint member_event_member_id_foreign foreign key (member_id) references member (id) on delete cascade`,
    );
    this.addSql(
      `alter table member_event add constraint member_event_cell_id_foreign foreign key (cell_id) references organization (id) on delete restrict`,
    );
    this.addSql(
      `alter table member_cell add constraint member_cell_member_id_foreign foreign key (member_id) references member (id) on delete cascade`,
    );
    this.addSql(
      `alter table member_cell add constraint member_cell_cell_id_foreign foreign key (cell_id) references organization (id) on delete restrict`,
    );
    this.addSql(
      `alter table administrative_unit add constraint administrative_unit_organization_id_foreign foreign key (organization_id) references organization (id) on delete set null`,
    );
    this.addSql(
      `alter table placement add constraint placement_organization_id_foreign foreign key (organization_id) references organization (id) on delete cascade`,
    );
    this.addSql(
      `alter table placement add constraint placement_parent_id_foreign foreign key (parent_id) references organization (id) on delete restrict`,
    );
    this.addSql(
      `alter table observation add constraint observation_organization_id_foreign foreign key (organization_id) references organization (id) on delete restrict`,
    );
    this.addSql(
      `alter table observation add constraint observation_indicator_code_foreign foreign key (indicator_code) references indicator (code) on delete restrict`,
    );
    this.addSql(
      `alter table observation add constraint observation_source_id_foreign foreign key (source_id) references source_document (id) on delete restrict`,
    );
    this.addSql(
      `alter table succession add constraint succession_from_id_foreign foreign key (from_id) references organization (id) on delete cascade`,
    );
    this.addSql(
      `alter table succession add constraint succession_to_id_foreign foreign key (to_id) references organization (id) on delete cascade`,
    );
    this.addSql(
      `alter table placement add constraint placement_one_place_a_day exclude using gist (organization_id with =, valid with &&)`,
    );
    this.addSql(`alter table placement add constraint placement_valid_not_empty check (not isempty(valid))`);
    this.addSql(
      `alter table placement add constraint placement_nation_alone_has_no_parent check ((parent_id is null) = (kind = 'NATION'))`,
    );
    this.addSql(`alter table placement add constraint placement_not_under_itself check (parent_id <> organization_id)`);
    this.addSql(
      `alter table organization add constraint organization_open_before_closed check (opened_on < closed_on)`,
    );
    this.addSql(
      `alter table member_cell add constraint member_cell_one_cell_a_day exclude using gist (member_id with =, valid with &&)`,
    );
    this.addSql(`alter table member_cell add constraint member_cell_valid_not_empty check (not isempty(valid))`);
    this.addSql(
      `alter table observation add constraint observation_says_something check (num_nonnulls(value, numerator, denominator) > 0)`,
    );
    this.addSql(
      `alter table observation add constraint observation_days_have_a_name check (period is null or period_key is not null)`,
    );
    this.addSql(`create index organization_search_name_trigrams on organization using gin (search_name gin_trgm_ops)`);
  }

  override down(): void {
    for (const table of TABLES) this.addSql(`drop table ${table} cascade`);
    for (const type of TYPES) this.addSql(`drop type ${type}`);
  }
}

const TABLES = [
  'succession',
  'observation',
  'source_document',
  'placement',
  'administrative_unit',
  'member_cell',
  'member_event',
  'organization',
  'member',
  'indicator_dimension',
  'indicator',
  'dimension',
];

const TYPES = [
  'indicator_kind',
  'sex',
  'member_status',
  'member_event_kind',
  'organization_kind',
  'observation_role',
  'period_unit',
  'qualifier',
  'succession_kind',
];
