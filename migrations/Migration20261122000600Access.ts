import { Migration } from '@mikro-orm/migrations';

/**
 * Who may see what, a second time in the database itself. The server works as the role `dangbo_app`, which owns
 * nothing: of members it sees those that are today in a cell of the subtree that the session is set to; of everybody
 * it sees days and attributes without identity, through views; and it may add to the record of readings and nothing
 * else there. Readings are chained by hashes. Figures stay as they are; `down` leaves the tables open to their owner
 * alone, drops the readings, and leaves the role, which other databases of the server may use.
 */
export class Migration20261122000600Access extends Migration {
  override up(): void {
    this.addSql(ROLE);
    this.addSql(`grant usage on schema public to dangbo_app`);
    this.addSql(`grant select on all tables in schema public to dangbo_app`);
    this.addSql(`alter default privileges in schema public grant select on tables to dangbo_app`);
    for (const view of VIEWS) this.addSql(view);
    this.addSql(`grant select on register_stay, register_event, register_move to dangbo_app`);
    this.addSql(`create index placement_walk_up on placement (organization_id) include (parent_id, valid)`);
    for (const made of VIEWER_FUNCTIONS) this.addSql(made);
    for (const { table, member } of GUARDED) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(
        `create policy ${table}_in_subtree on ${table} for select to dangbo_app using ((select viewer_sees_all()) or viewer_sees_member(${member}, (select viewer_unit()), (select viewer_today()), (select viewer_tree_day())))`,
      );
    }
    for (const made of READINGS) this.addSql(made);
  }

  override down(): void {
    for (const name of [
      'member_reading_hash(member_reading)',
      'member_reading_lock()',
      'member_reading_chain()',
      'member_reading_close()',
    ])
      this.addSql(`drop function ${name} cascade`);
    this.addSql(`drop table member_reading, member_reading_head`);
    for (const { table } of GUARDED) {
      this.addSql(`drop policy ${table}_in_subtree on ${table}`);
      this.addSql(`alter table ${table} disable row level security`);
    }
    for (const name of [
      'viewer_sees_member(int, int, date, date)',
      'viewer_sees_all()',
      'viewer_tree_day()',
      'viewer_today()',
      'viewer_unit()',
    ])
      this.addSql(`drop function ${name}`);
    this.addSql(`drop index placement_walk_up`);
    for (const view of ['register_stay', 'register_event', 'register_move']) this.addSql(`drop view ${view}`);
    this.addSql(`alter default privileges in schema public revoke select on tables from dangbo_app`);
    this.addSql(`revoke all on all tables in schema public from dangbo_app`);
    this.addSql(`revoke usage on schema public from dangbo_app`);
  }
}

/** Who has no right to make roles makes `dangbo_app` beforehand; what is there is left as it is. */
const ROLE = `do $body$
  begin
    if not exists (select from pg_roles where rolname = 'dangbo_app') then
      create role dangbo_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
    if not (select rolsuper from pg_roles where rolname = current_user) and not pg_has_role(current_user, 'dangbo_app', 'member') then
      execute format('grant dangbo_app to %I', current_user);
    end if;
  end
$body$`;

const GUARDED = [
  { table: 'member', member: 'id' },
  { table: 'member_cell', member: 'member_id' },
  { table: 'member_event', member: 'member_id' },
];

const PROFILE = `m.sex || '|' || m.ethnicity || '|' || m.education || '|' || coalesce(m.political_theory, 'NONE') || '|' || m.occupation`;

/** What the counts in memory are made from: of everybody, but nobody's name or number. */
const VIEWS = [
  `create view register_stay as
    select c.cell_id, c.valid, m.official_on, m.born_on, ${PROFILE} as profile
    from member_cell c join member m on m.id = c.member_id`,
  `create view register_event as
    select e.cell_id, e.kind, e.detail, e.on_date, m.born_on, ${PROFILE} as profile
    from member_event e join member m on m.id = e.member_id`,
  `create view register_move as
    select a.cell_id as from_id, b.cell_id as to_id, lower(b.valid) as on_date
    from member_cell a join member_cell b on b.member_id = a.member_id and lower(b.valid) = upper(a.valid)
    where not upper_inf(a.valid)`,
];

/**
 * The viewer as the session is set to it. Where nothing is set, nobody is seen. A unit that has ended has the
 * subtree of its last day.
 */
const VIEWER_FUNCTIONS = [
  `create function viewer_sees_all() returns boolean language sql stable as $body$
    select coalesce(current_setting('app.viewer_role', true), '') = 'ADMINISTRATOR'
  $body$`,
  `create function viewer_unit() returns int language sql stable as $body$
    select id from public.organization
    where code = current_setting('app.viewer_unit', true) and current_setting('app.viewer_role', true) = 'OFFICER'
  $body$`,
  `create function viewer_today() returns date language sql stable as $body$
    select coalesce(nullif(current_setting('app.today', true), '')::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date)
  $body$`,
  `create function viewer_tree_day() returns date language sql stable as $body$
    select coalesce(
      (select least(public.viewer_today(), closed_on - 1) from public.organization where id = public.viewer_unit()),
      public.viewer_today())
  $body$`,
  // It looks up the member's cell past the policy that it is part of. From there it walks up: a few steps, however large the unit.
  `create function viewer_sees_member(member int, unit int, today date, tree_day date) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public as $body$
    declare
      place int;
    begin
      if unit is null then return false; end if;
      select cell_id into place from member_cell where member_id = member and valid @> today;
      for step in 1..64 loop
        if place is null or place = unit then return place is not null; end if;
        select parent_id into place from placement where organization_id = place and valid @> tree_day;
      end loop;
      return false;
    end
  $body$`,
];

/**
 * The record of readings. Number, moment, previous hash and hash are given by triggers that run as the owner; writers
 * take turns. The head stands apart, so that rows taken off the end are missed too.
 */
const READINGS = [
  `create table member_reading (
    number bigint primary key,
    at timestamptz not null,
    subject text not null,
    role text not null,
    unit text null,
    member_id int not null,
    fields text[] not null,
    operation text null,
    document text not null,
    previous text not null,
    hash text not null
  )`,
  `create index member_reading_member_id_index on member_reading (member_id)`,
  `create table member_reading_head (
    only_row boolean primary key default true check (only_row),
    number bigint not null,
    hash text not null
  )`,
  `insert into member_reading_head (number, hash) values (0, '')`,
  `create function member_reading_hash(reading member_reading) returns text language sql stable as $body$
    select encode(sha256(convert_to(jsonb_build_array(
      reading.previous, reading.number, extract(epoch from reading.at), reading.subject, reading.role, reading.unit,
      reading.member_id, reading.fields, reading.operation, reading.document
    )::text, 'UTF8')), 'hex')
  $body$`,
  `create function member_reading_lock() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $body$
    begin
      perform from member_reading_head for update;
      return null;
    end
  $body$`,
  // Rows of the same statement that came before are seen here, so the chain goes on within it.
  `create function member_reading_chain() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $body$
    begin
      select number + 1, hash into new.number, new.previous
      from (
        select number, hash from member_reading_head
        union all
        (select number, hash from member_reading order by number desc limit 1)
      ) latest order by number desc limit 1;
      new.at := clock_timestamp();
      new.hash := member_reading_hash(new);
      return new;
    end
  $body$`,
  `create function member_reading_close() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $body$
    begin
      update member_reading_head head set number = latest.number, hash = latest.hash
      from (select number, hash from member_reading order by number desc limit 1) latest;
      return null;
    end
  $body$`,
  `create trigger member_reading_1_lock before insert on member_reading for each statement execute function member_reading_lock()`,
  `create trigger member_reading_2_chain before insert on member_reading for each row execute function member_reading_chain()`,
  `create trigger member_reading_3_close after insert on member_reading for each statement execute function member_reading_close()`,
  `revoke all on member_reading, member_reading_head from dangbo_app`,
  `grant insert (subject, role, unit, member_id, fields, operation, document) on member_reading to dangbo_app`,
];
