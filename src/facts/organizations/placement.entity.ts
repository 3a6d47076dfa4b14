import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ManyToOne } from '@mikro-orm/decorators/legacy';
import type { OrganizationKind } from '../../tree/kind.ts';
import { ORGANIZATION_KINDS } from '../../tree/kind.ts';
import { Organization } from './organization.entity.ts';

/**
 * Where an organisation hangs, and as what, from one day up to another. A database constraint keeps
 * an organisation from hanging in two places on one day.
 */
@Entity({ tableName: 'placement' })
export class Placement {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @ManyToOne(() => Organization, { deleteRule: 'cascade' })
  organization!: Organization;

  /** Null for the nation alone. */
  @Index({ name: 'placement_parent_id_index' })
  @ManyToOne(() => Organization, { nullable: true, deleteRule: 'restrict' })
  parent: Organization | null = null;

  @Enum({ items: () => [...ORGANIZATION_KINDS], nativeEnumName: 'organization_kind' })
  kind!: OrganizationKind;

  /** A PostgreSQL daterange, half-open. */
  @Property({ type: 'string', columnType: 'daterange' })
  valid!: string;
}
