import { Migration } from '@mikro-orm/migrations';

/**
 * Files that were brought in, by the hash of what they hold: the same one twice changes nothing. Work that runs for
 * somebody who asks how far it is. And a member’s code in the register that he or she came from, by which later files
 * name the member. Figures stay as they are; `down` forgets files, jobs and codes.
 */
export class Migration20261123000200Import extends Migration {
  override up(): void {
    this.addSql(`alter table member add column code text null`);
    this.addSql(`alter table member add constraint member_code_unique unique (code)`);
    this.addSql(`create table import_file (
      subject text not null,
      sha256 text not null,
      name text not null,
      rows bigint not null,
      created bigint not null,
      updated bigint not null,
      unchanged bigint not null,
      rejected bigint not null,
      imported_by text null,
      imported_at timestamptz not null default now(),
      primary key (subject, sha256)
    )`);
    this.addSql(`create table import_job (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      subject text not null,
      dry_run boolean not null,
      started_by text not null,
      started_at timestamptz not null default now(),
      beat_at timestamptz not null default now(),
      ended_at timestamptz null,
      stop_asked boolean not null default false,
      rows bigint not null default 0,
      share double precision not null default 0,
      step text not null default '',
      report jsonb null,
      failure text null,
      rejected text null
    )`);
    // What a rejected file holds of members is not for the server's own role to read.
    this.addSql(`revoke all on import_file, import_job from dangbo_app`);
  }

  override down(): void {
    this.addSql(`drop table import_job`);
    this.addSql(`drop table import_file`);
    this.addSql(`alter table member drop column code`);
  }
}
