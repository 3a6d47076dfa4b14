import { Migration } from '@mikro-orm/migrations';

/**
 * How far the journal was pruned: rows of transactions before the horizon may be gone. Whoever looked last before it
 * reads everything anew. Counts and figures stay as they are; `down` forgets the horizon, so that servers which run
 * meanwhile have to be started again.
 */
export class Migration20261123000400JournalHorizon extends Migration {
  override up(): void {
    this.addSql(`create table journal_horizon (
      only_row boolean primary key default true check (only_row),
      xid xid8 not null
    )`);
    this.addSql(`insert into journal_horizon (xid) values ('0')`);
  }

  override down(): void {
    this.addSql(`drop table journal_horizon`);
  }
}
