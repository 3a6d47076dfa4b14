import { Migration } from '@mikro-orm/migrations';

/**
 * The policies of members' tables walk up from a cell once for all members of a page. Functions that run as their owner
 * look into temporary tables last, so that none of those can stand in for a real one.
 */
export class Migration20261122000800QuickWalk extends Migration {
  override up(): void {
    this.dropPolicies();
    this.addSql(`drop function viewer_sees_member(int, int, date, date)`);
    this.addSql(SEES_CELL);
    this.addSql(SEES_MEMBER);
    for (const [table, seen] of QUICK) this.addPolicy(table, seen);
    this.searchIn('pg_catalog, public, pg_temp');
  }

  override down(): void {
    this.dropPolicies();
    this.addSql(`drop function viewer_sees_member(int, int, date, date)`);
    this.addSql(`drop function viewer_sees_cell(int, int, date)`);
    this.addSql(SEES_MEMBER_BEFORE);
    for (const [table, member] of MEMBERS) this.addPolicy(table, byMember(member));
    this.searchIn('pg_catalog, public');
  }

  private dropPolicies(): void {
    for (const [table] of MEMBERS) this.addSql(`drop policy ${table}_in_subtree on ${table}`);
  }

  private addPolicy(table: string, seen: string): void {
    this.addSql(
      `create policy ${table}_in_subtree on ${table} for select to dangbo_app using ((select viewer_sees_all()) or ${seen})`,
    );
  }

  private searchIn(schemas: string): void {
    for (const name of ['lock', 'chain', 'close'])
      this.addSql(`alter function member_reading_${name}() set search_path = ${schemas}`);
  }
}

/** The tables of members, and what names the member there. */
const MEMBERS = [
  ['member', 'id'],
  ['member_cell', 'member_id'],
  ['member_event', 'member_id'],
] as const;

const UNIT = '(select viewer_unit())';
const TODAY = '(select viewer_today())';
const TREE_DAY = '(select viewer_tree_day())';
const byMember = (member: string): string => `viewer_sees_member(${member}, ${UNIT}, ${TODAY}, ${TREE_DAY})`;

/** The rows that are to be seen. A stay of today tells its cell itself. */
const QUICK = [
  ['member', byMember('id')],
  [
    'member_cell',
    `case when valid @> ${TODAY} then viewer_sees_cell(cell_id, ${UNIT}, ${TREE_DAY}) else ${byMember('member_id')} end`,
  ],
  ['member_event', byMember('member_id')],
] as const;

/**
 * Walks up from a cell: a few steps, however large the unit. Members of a page are mostly in one cell, so the last answer
 * is kept for as long as the transaction lasts. A condition that the exclusion index has no part in leaves the choice to
 * the quicker index.
 */
const SEES_CELL = `create function viewer_sees_cell(cell int, unit int, tree_day date) returns boolean language plpgsql stable as $body$
  declare
    asked text := cell || '@' || unit || '@' || tree_day;
    place int := cell;
  begin
    if asked is null then return false; end if;
    if current_setting('app.cell_asked', true) = asked then return current_setting('app.cell_seen')::boolean; end if;
    for step in 1..64 loop
      exit when place is null or place = unit;
      select parent_id into place from public.placement where organization_id = place and (valid @> tree_day) is true;
    end loop;
    perform set_config('app.cell_asked', asked, true), set_config('app.cell_seen', (place is not null)::text, true);
    return place is not null;
  end
$body$`;

/** By the cell of today, which is looked up past the policy that this is part of. */
const SEES_MEMBER = `create function viewer_sees_member(member int, unit int, today date, tree_day date) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $body$
  declare
    place int;
  begin
    if unit is null then return false; end if;
    select cell_id into place from member_cell where member_id = member and valid @> today;
    return viewer_sees_cell(place, unit, tree_day);
  end
$body$`;

const SEES_MEMBER_BEFORE = `create function viewer_sees_member(member int, unit int, today date, tree_day date) returns boolean
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
$body$`;
