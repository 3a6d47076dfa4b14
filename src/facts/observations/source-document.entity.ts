import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Where facts were found: an article, a form, a register. */
@Entity({ tableName: 'source_document' })
export class SourceDocument {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text', nullable: true })
  publisher: string | null = null;

  @Property({ type: 'date', nullable: true })
  publishedOn: string | null = null;

  /** Name of the file that holds its text. */
  @Property({ type: 'text', nullable: true })
  file: string | null = null;
}
