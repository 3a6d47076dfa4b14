import { Migration } from '@mikro-orm/migrations';

/**
 * Reports on their way to being figures: a unit's figures for a period are drafted, handed in, and approved by the
 * level above, or returned. What is not approved stands apart from the observations; approving one version of a report
 * adds observations, and marks those of the version before as replaced. Every step is an event that nobody can change
 * or take away. Also, by which day reports are due, as data. Figures stay as they are; `down` forgets the reports,
 * and leaves what was approved as published.
 */
export class Migration20261123000100Reports extends Migration {
  override up(): void {
    for (const made of [...DUE_DATES, ...REPORTS, ...OBSERVATIONS, ...GUARDS, ...ACCESS]) this.addSql(made);
    for (const { table, topic, key } of JOURNALLED) {
      for (const [event, relation] of EVENTS) {
        this.addSql(
          `create trigger ${table}_journal_${event} after ${event} on ${table} referencing ${relation} for each statement execute function journal_statement('${topic}', '${key}')`,
        );
      }
    }
  }

  override down(): void {
    this.addSql(`drop view report_awaiting`);
    this.addSql(`drop trigger observation_of_report_locked on observation`);
    this.addSql(
      `alter table observation drop column report_id, drop column report_version, drop column reported_at, drop column replaced_at`,
    );
    this.addSql(`drop table report_figure, report_event, report, due_date, indicator_set`);
    for (const name of ['report_event_kept()', 'report_figure_locked()', 'observation_of_report_locked()'])
      this.addSql(`drop function ${name}`);
    for (const name of ['report_state', 'report_event_kind', 'period_kind']) this.addSql(`drop type ${name}`);
  }
}

const JOURNALLED = [
  { table: 'indicator_set', topic: 'CATALOGUE', key: 'code' },
  { table: 'due_date', topic: 'CATALOGUE', key: 'id' },
  { table: 'report', topic: 'REPORT', key: 'id' },
];

const EVENTS = [
  ['insert', 'new table as changed'],
  ['update', 'new table as changed'],
  ['delete', 'old table as changed'],
] as const;

const DUE_DATES = [
  `create type period_kind as enum ('DAY', 'MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR', 'OTHER')`,
  `create table indicator_set (code text not null, name text not null, name_en text not null, indicators text[] not null, primary key (code))`,
  `create table due_date (id serial primary key, set_code text null, period_kind period_kind null, period_key text null, organization_id int null, days int null, due_on date null, reason text null)`,
  `alter table due_date add constraint due_date_set_code_foreign foreign key (set_code) references indicator_set (code) on delete restrict`,
  `alter table due_date add constraint due_date_organization_id_foreign foreign key (organization_id) references organization (id) on delete cascade`,
  `alter table due_date add constraint due_date_rule_or_override check (case when period_key is null
    then days is not null and due_on is null and organization_id is null
    else days is null and due_on is not null and period_kind is null end)`,
  `create unique index due_date_one_of_each on due_date (coalesce(set_code, ''), period_kind, period_key, organization_id) nulls not distinct`,
];

const FIGURE = `indicator_code text not null, role observation_role not null, period_key text not null, period daterange null, dimensions jsonb not null, value double precision null, numerator double precision null, denominator double precision null, qualifier qualifier not null default 'EXACT', note text null`;

const REPORTS = [
  `create type report_state as enum ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')`,
  `create type report_event_kind as enum ('DRAFTED', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REOPENED')`,
  `create table report (id serial primary key, organization_id int not null, period_key text not null, period daterange null, set_code text null, state report_state not null default 'DRAFT', version int not null default 1, revision int not null default 1, submitted_at timestamptz null, submitted_by text null, answered_at timestamptz null, note text null)`,
  `alter table report add constraint report_organization_id_foreign foreign key (organization_id) references organization (id) on delete restrict`,
  `alter table report add constraint report_set_code_foreign foreign key (set_code) references indicator_set (code) on delete restrict`,
  `create unique index report_one_per_unit_period_and_set on report (organization_id, period_key, coalesce(set_code, ''))`,
  `create index report_state_index on report (state)`,
  `create table report_event (id serial primary key, report_id int not null, version int not null, kind report_event_kind not null, at timestamptz not null, by_subject text not null, by_role text not null, by_unit text null, reason text null)`,
  `alter table report_event add constraint report_event_report_id_foreign foreign key (report_id) references report (id) on delete restrict`,
  `create index report_event_report_id_index on report_event (report_id)`,
  `create table report_figure (id serial primary key, report_id int not null, version int not null, ${FIGURE})`,
  `alter table report_figure add constraint report_figure_report_id_foreign foreign key (report_id) references report (id) on delete restrict`,
  `alter table report_figure add constraint report_figure_indicator_code_foreign foreign key (indicator_code) references indicator (code) on delete restrict`,
  `alter table report_figure add constraint report_figure_once_a_version unique (report_id, version, indicator_code, role, period_key, dimensions)`,
  `alter table report_figure add constraint report_figure_says_something check (num_nonnulls(value, numerator, denominator) > 0)`,
];

const OBSERVATIONS = [
  `alter table observation add column report_id int null, add column report_version int null, add column reported_at timestamptz null, add column replaced_at timestamptz null`,
  `alter table observation add constraint observation_report_id_foreign foreign key (report_id) references report (id) on delete restrict`,
  `create index observation_report_id_index on observation (report_id)`,
];

/** What the database itself holds fast, whoever writes. */
const GUARDS = [
  `create function report_event_kept() returns trigger language plpgsql as $body$
    begin
      raise exception 'events of reports are kept as they are' using errcode = 'check_violation', constraint = 'report_event_kept', table = 'report_event';
    end
  $body$`,
  `create trigger report_event_kept before update or delete or truncate on report_event for each statement execute function report_event_kept()`,
  `create function report_figure_locked() returns trigger language plpgsql as $body$
    declare
      figure record;
    begin
      if tg_op = 'DELETE' then figure := old; else figure := new; end if;
      if exists (select from report r where r.id = figure.report_id and r.version = figure.version and r.state in ('DRAFT', 'RETURNED'))
        and (tg_op <> 'UPDATE' or (old.report_id, old.version) = (new.report_id, new.version)) then
        return figure;
      end if;
      raise exception 'figures of report % are locked', figure.report_id using errcode = 'check_violation', constraint = 'report_figure_locked', table = 'report_figure';
    end
  $body$`,
  `create trigger report_figure_locked before insert or update or delete on report_figure for each row execute function report_figure_locked()`,
  `create function observation_of_report_locked() returns trigger language plpgsql as $body$
    begin
      if tg_op = 'UPDATE' and old.replaced_at is null and to_jsonb(old) - 'replaced_at' = to_jsonb(new) - 'replaced_at' then
        return new;
      end if;
      raise exception 'approved figures of report % are locked', old.report_id using errcode = 'check_violation', constraint = 'observation_of_report_locked', table = 'observation';
    end
  $body$`,
  `create trigger observation_of_report_locked before update or delete on observation for each row when (old.report_id is not null) execute function observation_of_report_locked()`,
];

/** Those who may see a unit's members may see its reports. Everybody may know whose figures wait for approval. */
const SEEN = `(select viewer_sees_all()) or viewer_sees_cell(organization_id, (select viewer_unit()), (select viewer_tree_day()))`;

const ACCESS = [
  `alter table report enable row level security`,
  `create policy report_in_subtree on report for select to dangbo_app using (${SEEN})`,
  ...['report_event', 'report_figure'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy ${table}_in_subtree on ${table} for select to dangbo_app using (exists (select from report r where r.id = report_id))`,
  ]),
  `create view report_awaiting as
    select r.organization_id, f.indicator_code, f.role, f.period_key, f.period
    from report r join report_figure f on f.report_id = r.id and f.version = r.version where r.state = 'SUBMITTED'`,
  `grant select on report_awaiting to dangbo_app`,
];
