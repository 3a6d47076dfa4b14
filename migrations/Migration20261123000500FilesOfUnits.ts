import { Migration } from '@mikro-orm/migrations';

/**
 * Figures that a unit brings in by a file wait in its report until they are approved: each with the document that it
 * was found in, and per which time it is meant. And a file is known to whoever's unit brought it in: the same one, sent
 * by another, is another. Figures stay as they are; `down` forgets
 * files that came from units.
 */
export class Migration20261123000500FilesOfUnits extends Migration {
  override up(): void {
    this.addSql(`alter table report_figure add column source_id text null, add column per period_unit null`);
    this.addSql(
      `alter table report_figure add constraint report_figure_source_id_foreign foreign key (source_id) references source_document (id) on delete restrict`,
    );
    this.addSql(`alter table import_file add column unit text not null default ''`);
    this.addSql(`alter table import_file drop constraint import_file_pkey, add primary key (subject, unit, sha256)`);
  }

  override down(): void {
    this.addSql(`delete from import_file where unit <> ''`);
    this.addSql(`alter table import_file drop constraint import_file_pkey, add primary key (subject, sha256)`);
    this.addSql(`alter table import_file drop column unit`);
    this.addSql(`alter table report_figure drop column source_id, drop column per`);
  }
}
