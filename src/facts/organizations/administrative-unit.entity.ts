import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Organization } from './organization.entity.ts';

/** A unit of state administration: a code together with its list, since codes are used again. */
@Entity({ tableName: 'administrative_unit' })
export class AdministrativeUnit {
  /** VN-2024 until 30 June 2025, VN-2025 from 1 July 2025. */
  @PrimaryKey({ type: 'text' })
  codeList!: string;

  /** A string: leading zeros count. */
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;

  @Index({ name: 'administrative_unit_organization_id_index' })
  @ManyToOne(() => Organization, { nullable: true, deleteRule: 'set null' })
  organization: Organization | null = null;
}
