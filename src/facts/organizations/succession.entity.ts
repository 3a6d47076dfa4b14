import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { SuccessionKind } from '../../tree/unit.ts';
import { Organization } from './organization.entity.ts';

export const SUCCESSION_KINDS = ['MERGED', 'SPLIT', 'CONVERTED', 'RENAMED', 'DISSOLVED'] as const;

/** What became of an organisation. */
@Entity({ tableName: 'succession' })
export class Succession {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @Index({ name: 'succession_from_id_index' })
  @ManyToOne(() => Organization, { deleteRule: 'cascade' })
  from!: Organization;

  /** Null where nothing took its place. */
  @Index({ name: 'succession_to_id_index' })
  @ManyToOne(() => Organization, { nullable: true, deleteRule: 'cascade' })
  to: Organization | null = null;

  @Enum({ items: () => [...SUCCESSION_KINDS], nativeEnumName: 'succession_kind' })
  kind!: SuccessionKind;

  @Property({ type: 'date' })
  onDate!: string;

  /** Number of the decision (số quyết định). */
  @Property({ type: 'text', nullable: true })
  decision: string | null = null;
}
