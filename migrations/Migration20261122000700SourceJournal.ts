import { Migration } from '@mikro-orm/migrations';

/**
 * Changes of source documents are told by the journal, too: what was answered before such a change, and is
 * kept by browsers and proxies, no longer holds. Figures stay as they are; `down` takes the triggers away.
 */
export class Migration20261122000700SourceJournal extends Migration {
  override up(): void {
    for (const [event, relation] of EVENTS) {
      this.addSql(
        `create trigger source_document_journal_${event} after ${event} on source_document referencing ${relation} for each statement execute function journal_statement('SOURCE', 'id')`,
      );
    }
  }

  override down(): void {
    for (const [event] of EVENTS) this.addSql(`drop trigger source_document_journal_${event} on source_document`);
  }
}

const EVENTS = [
  ['insert', 'new table as changed'],
  ['update', 'new table as changed'],
  ['delete', 'old table as changed'],
] as const;
