import { Migration } from '@mikro-orm/migrations';

/**
 * The journal names the cells whose members or events a statement changed, so that servers read just
 * those again. One row a statement, whatever it changed; beyond twenty thousand cells it says: all.
 * Counts stay as they are; `down` leaves the register unwatched.
 */
export class Migration20261122000300RegisterJournal extends Migration {
  override up(): void {
    this.addSql(WRITE);
    this.addSql(INSERTED);
    this.addSql(DELETED);
    this.addSql(UPDATED);
    this.addSql(MEMBERS);
    for (const table of TABLES) {
      this.addSql(trigger(table, 'insert', 'new table as after', 'register_inserted'));
      this.addSql(trigger(table, 'delete', 'old table as before', 'register_deleted'));
      this.addSql(trigger(table, 'update', 'old table as before new table as after', 'register_updated'));
    }
    this.addSql(trigger('member', 'update', 'new table as after', 'register_members_updated'));
  }

  override down(): void {
    for (const table of TABLES) {
      for (const event of ['insert', 'delete', 'update'])
        this.addSql(`drop trigger ${table}_register_${event} on ${table}`);
    }
    this.addSql(`drop trigger member_register_update on member`);
    for (const name of ['inserted', 'deleted', 'updated', 'members_updated'])
      this.addSql(`drop function register_${name}`);
    this.addSql(`drop function register_changed`);
  }
}

const TABLES = ['member_cell', 'member_event'];

function trigger(table: string, event: string, relation: string, action: string): string {
  return `create trigger ${table}_register_${event} after ${event} on ${table} referencing ${relation} for each statement execute function ${action}()`;
}

const WRITE = `create function register_changed(cells int[]) returns void language sql as $body$
  insert into journal (topic, key)
  select 'REGISTER', case when cardinality(cells) > 20000 then null else array_to_string(cells, ',') end
  where cardinality(cells) > 0
$body$`;

const INSERTED = `create function register_inserted() returns trigger language plpgsql as $body$
  begin
    perform register_changed(array(select distinct cell_id from after));
    return null;
  end
$body$`;

const DELETED = `create function register_deleted() returns trigger language plpgsql as $body$
  begin
    perform register_changed(array(select distinct cell_id from before));
    return null;
  end
$body$`;

const UPDATED = `create function register_updated() returns trigger language plpgsql as $body$
  begin
    perform register_changed(array(select cell_id from before union select cell_id from after));
    return null;
  end
$body$`;

const MEMBERS = `create function register_members_updated() returns trigger language plpgsql as $body$
  begin
    perform register_changed(array(
      select cell_id from member_cell where member_id in (select id from after)
      union
      select cell_id from member_event where member_id in (select id from after)
    ));
    return null;
  end
$body$`;
