import { Migration } from '@mikro-orm/migrations';

/**
 * Operations on the structure, each with its date and its decision, and a guard against circles: a
 * placement whose ancestors on any day of its validity include itself is refused, also where two
 * transactions at once would make one together. For that, writers of placements wait for one another at
 * one row, whatever their isolation. Counts stay as they are; `down` forgets the operations and takes the
 * guard away.
 */
export class Migration20261122000500Structure extends Migration {
  override up(): void {
    this.addSql(
      `create type structure_operation_kind as enum ('OPEN', 'CLOSE', 'MOVE', 'RENAME', 'MERGE', 'SPLIT', 'CONVERT')`,
    );
    this.addSql(
      `create table structure_operation (id serial primary key, kind structure_operation_kind not null, on_date date not null, decision text not null, detail jsonb not null, recorded_by text null, recorded_at timestamptz not null default now())`,
    );
    this.addSql(
      `create table structure_operation_unit (operation_id int not null, organization_id int not null, primary key (operation_id, organization_id))`,
    );
    this.addSql(
      `create index structure_operation_unit_organization_id_index on structure_operation_unit (organization_id)`,
    );
    this.addSql(
      `alter table structure_operation_unit add constraint structure_operation_unit_operation_id_foreign foreign key (operation_id) references structure_operation (id) on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table structure_operation_unit add constraint structure_operation_unit_organization_id_foreign foreign key (organization_id) references organization (id) on update cascade on delete cascade`,
    );
    this.addSql(
      `create table placement_guard (only_row boolean primary key default true check (only_row), writes bigint not null default 0)`,
    );
    this.addSql(`insert into placement_guard default values`);
    this.addSql(NO_CIRCLE);
    for (const event of ['insert', 'update']) {
      this.addSql(
        `create trigger placement_no_circle_${event} after ${event} on placement referencing new table as changed for each statement execute function placement_no_circle()`,
      );
    }
  }

  override down(): void {
    for (const event of ['insert', 'update']) this.addSql(`drop trigger placement_no_circle_${event} on placement`);
    this.addSql(`drop function placement_no_circle`);
    this.addSql(`drop table placement_guard`);
    this.addSql(`drop table structure_operation_unit`);
    this.addSql(`drop table structure_operation`);
    this.addSql(`drop type structure_operation_kind`);
  }
}

/**
 * From each changed placement upwards, over the days on which all of the way holds. Only a unit that has
 * something below it can come to stand above itself. `union` ends the walk where others go round.
 */
const NO_CIRCLE = `create function placement_no_circle() returns trigger language plpgsql as $body$
  declare
    circle record;
  begin
    if not exists (select from changed) then
      return null;
    end if;
    update placement_guard set writes = writes + 1;
    with recursive above (unit, at, days) as (
      select c.organization_id, c.parent_id, c.valid from changed c
      where c.parent_id is not null
        and exists (select from placement below where below.parent_id = c.organization_id and below.valid && c.valid)
      union
      select above.unit, p.parent_id, above.days * p.valid
      from above join placement p on p.organization_id = above.at and p.valid && above.days
      where above.at <> above.unit and p.parent_id is not null
    )
    select above.unit, above.days into circle from above where above.at = above.unit limit 1;
    if found then
      raise exception 'organization % would stand above itself on %', circle.unit, circle.days
        using errcode = 'check_violation', constraint = 'placement_no_circle', table = 'placement';
    end if;
    return null;
  end
$body$`;
