import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Organization } from '../organizations/organization.entity.ts';
import type { MemberEventKind, MemberStatus, Sex } from './member.ts';
import { MEMBER_EVENT_KINDS, MEMBER_STATUSES, SEXES } from './member.ts';

/** A party member (đảng viên). */
@Entity({ tableName: 'member' })
export class Member {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  /** As the register that it came from calls the member (mã đảng viên). */
  @Property({ type: 'text', nullable: true, unique: 'member_code_unique' })
  code: string | null = null;

  @Property({ type: 'text' })
  fullName!: string;

  @Enum({ items: () => [...SEXES], nativeEnumName: 'sex' })
  sex!: Sex;

  @Property({ type: 'date' })
  bornOn!: string;

  /** Code of one of the 54 ethnic groups. */
  @Property({ type: 'text' })
  ethnicity!: string;

  @Property({ type: 'text' })
  education!: string;

  @Property({ type: 'text', nullable: true })
  politicalTheory: string | null = null;

  @Property({ type: 'text' })
  occupation!: string;

  @Property({ type: 'date' })
  admittedOn!: string;

  @Property({ type: 'date', nullable: true })
  officialOn: string | null = null;

  @Enum({ items: () => [...MEMBER_STATUSES], nativeEnumName: 'member_status' })
  status!: MemberStatus;

  /** Made up for demonstration: no such person. */
  @Property({ type: 'boolean', default: false })
  synthetic: boolean = false;
}

/** In which cell a member was, from one day up to another; never in two on one day. */
@Entity({ tableName: 'member_cell' })
export class MemberCell {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @ManyToOne(() => Member, { deleteRule: 'cascade' })
  member!: Member;

  @Index({ name: 'member_cell_cell_id_index' })
  @ManyToOne(() => Organization, { deleteRule: 'restrict' })
  cell!: Organization;

  /** A PostgreSQL daterange, half-open. */
  @Property({ type: 'string', columnType: 'daterange' })
  valid!: string;
}

/** Something dated that happened to a member in a cell. */
@Entity({ tableName: 'member_event' })
export class MemberEvent {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @Index({ name: 'member_event_member_id_index' })
  @ManyToOne(() => Member, { deleteRule: 'cascade' })
  member!: Member;

  @Index({ name: 'member_event_cell_id_index' })
  @ManyToOne(() => Organization, { deleteRule: 'restrict' })
  cell!: Organization;

  @Enum({ items: () => [...MEMBER_EVENT_KINDS], nativeEnumName: 'member_event_kind' })
  kind!: MemberEventKind;

  @Property({ type: 'date' })
  onDate!: string;

  /** The form of a discipline, the years of a badge, the reason of leaving. */
  @Property({ type: 'text', nullable: true })
  detail: string | null = null;
}
