import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A party organisation (tổ chức đảng). Where it hangs, and as what, is its placements’ business. */
@Entity({ tableName: 'organization' })
export class Organization {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  /** Stable and never reused: T49, H509, X20644, X20644-C01, 2025-X20650. */
  @Property({ type: 'text', unique: 'organization_code_unique' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;

  /** The name without diacritics and in lower case, for searching. */
  @Property({ type: 'text' })
  searchName!: string;

  @Property({ type: 'date', nullable: true })
  openedOn: string | null = null;

  /** First day on which it is no more. */
  @Property({ type: 'date', nullable: true })
  closedOn: string | null = null;

  /** Made up for demonstration, or with made-up members below it. */
  @Property({ type: 'boolean', default: false })
  synthetic: boolean = false;
}
