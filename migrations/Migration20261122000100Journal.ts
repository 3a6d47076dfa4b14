import { Migration } from '@mikro-orm/migrations';

/**
 * The journal: which units, indicators and observations a transaction changed. Servers hold the tree
 * and figures in memory; before each answer they read what the journal gained since their last look,
 * by transaction visibility, so that none answers with what is no longer so. A statement that changes
 * more than a thousand rows writes one row without a key: everything of the topic. Counts and figures
 * stay as they are; `down` leaves the tables without triggers.
 */
export class Migration20261122000100Journal extends Migration {
  override up(): void {
    this.addSql(`create table journal (
      id bigint generated always as identity primary key,
      xid xid8 not null default pg_current_xact_id(),
      topic text not null,
      key text null
    )`);
    this.addSql(`create index journal_xid_index on journal (xid)`);
    this.addSql(JOURNAL_FUNCTION);
    for (const { table, topic, key } of JOURNALLED) {
      for (const [event, relation] of EVENTS) {
        const name = `${table}_journal_${event}`;
        this.addSql(
          `create trigger ${name} after ${event} on ${table} referencing ${relation} for each statement execute function journal_statement('${topic}', '${key}')`,
        );
      }
    }
  }

  override down(): void {
    for (const { table } of JOURNALLED) {
      for (const [event] of EVENTS) this.addSql(`drop trigger ${table}_journal_${event} on ${table}`);
    }
    this.addSql(`drop function journal_statement`);
    this.addSql(`drop table journal`);
  }
}

const EVENTS = [
  ['insert', 'new table as changed'],
  ['update', 'new table as changed'],
  ['delete', 'old table as changed'],
] as const;

const JOURNALLED = [
  { table: 'organization', topic: 'ORGANIZATION', key: 'id' },
  { table: 'placement', topic: 'ORGANIZATION', key: 'organization_id' },
  { table: 'succession', topic: 'SUCCESSION', key: 'from_id' },
  { table: 'administrative_unit', topic: 'ADMINISTRATIVE_UNIT', key: 'code_list' },
  { table: 'indicator', topic: 'CATALOGUE', key: 'code' },
  { table: 'dimension', topic: 'CATALOGUE', key: 'name' },
  { table: 'indicator_dimension', topic: 'CATALOGUE', key: 'indicator_code' },
  { table: 'observation', topic: 'OBSERVATION', key: 'indicator_code' },
];

const JOURNAL_FUNCTION = `create function journal_statement() returns trigger language plpgsql as $body$
  declare
    changed_count int;
  begin
    execute format('select count(distinct %I) from changed', tg_argv[1]) into changed_count;
    if changed_count > 1000 then
      insert into journal (topic, key) values (tg_argv[0], null);
    elsif changed_count > 0 then
      execute format('insert into journal (topic, key) select distinct %L, (%I)::text from changed', tg_argv[0], tg_argv[1]);
    end if;
    return null;
  end
$body$`;
