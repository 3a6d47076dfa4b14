import { Migration } from '@mikro-orm/migrations';

/**
 * What a member has a right to: corrections with what stood there before, and erasure. An erased member's row stays
 * without a name, for the counts; to the server's role it is not there. Figures stay as they are; `down` forgets who
 * was erased, and what was corrected, but gives nobody the name back.
 */
export class Migration20261123000300PersonalData extends Migration {
  override up(): void {
    for (const made of TABLES) this.addSql(made);
  }

  override down(): void {
    this.addSql(`drop policy member_not_erased on member`);
    this.addSql(`drop table member_correction, member_erasure`);
  }
}

const TABLES = [
  `create table member_correction (
    id int generated always as identity primary key,
    member_id int not null references member on delete cascade,
    at timestamptz not null default now(),
    subject text not null,
    field text not null,
    before text null,
    after text null,
    reason text not null
  )`,
  `create index member_correction_member_id_index on member_correction (member_id)`,
  `alter table member_correction enable row level security`,
  `create policy member_correction_in_subtree on member_correction for select to dangbo_app using (
    (select viewer_sees_all())
    or viewer_sees_member(member_id, (select viewer_unit()), (select viewer_today()), (select viewer_tree_day())))`,
  `create table member_erasure (
    member_id int primary key references member on delete cascade,
    at timestamptz not null default now(),
    subject text not null,
    reason text not null
  )`,
  // That a number was erased tells nothing of anybody; who asked for it and why is not the server’s to read.
  `revoke all on member_erasure from dangbo_app`,
  `grant select (member_id) on member_erasure to dangbo_app`,
  `alter table member_erasure enable row level security`,
  `create policy member_erasure_known on member_erasure for select to dangbo_app using (true)`,
  `create policy member_not_erased on member as restrictive for select to dangbo_app
    using (not exists (select from member_erasure erased where erased.member_id = member.id))`,
];
