import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Organization } from '../organizations/organization.entity.ts';
import type { StructureOperationKind } from './structure-operation.ts';
import { STRUCTURE_OPERATION_KINDS } from './structure-operation.ts';

/** One change of the structure, as it was decided. */
@Entity({ tableName: 'structure_operation' })
export class StructureOperation {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @Enum({ items: () => [...STRUCTURE_OPERATION_KINDS], nativeEnumName: 'structure_operation_kind' })
  kind!: StructureOperationKind;

  /** The first day on which it is so. */
  @Property({ type: 'date' })
  onDate!: string;

  /** Number of the decision (số quyết định). */
  @Property({ type: 'text' })
  decision!: string;

  /** The operation as it was given. */
  @Property({ type: 'json' })
  detail!: object;

  @Property({ type: 'text', nullable: true })
  recordedBy: string | null = null;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  recordedAt!: Date;
}

/** An organisation that an operation changed or made. */
@Entity({ tableName: 'structure_operation_unit' })
export class StructureOperationUnit {
  @ManyToOne(() => StructureOperation, { primary: true, deleteRule: 'cascade' })
  operation!: StructureOperation;

  @Index({ name: 'structure_operation_unit_organization_id_index' })
  @ManyToOne(() => Organization, { primary: true, deleteRule: 'cascade' })
  organization!: Organization;
}
