import { Migration } from '@mikro-orm/migrations';

/**
 * Rules that figures have to keep, as data beside the catalogue. What changes them is told by the journal
 * under the catalogue's topic. No figure changes; `down` drops the rules.
 */
export class Migration20261122000400ValidationRules extends Migration {
  override up(): void {
    this.addSql(
      `create table validation_rule (code text not null, name text not null, name_en text not null, rule jsonb not null, primary key (code))`,
    );
    for (const [event, relation] of EVENTS) {
      this.addSql(
        `create trigger validation_rule_journal_${event} after ${event} on validation_rule referencing ${relation} for each statement execute function journal_statement('CATALOGUE', 'code')`,
      );
    }
  }

  override down(): void {
    this.addSql(`drop table validation_rule`);
  }
}

const EVENTS = [
  ['insert', 'new table as changed'],
  ['update', 'new table as changed'],
  ['delete', 'old table as changed'],
] as const;
