import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Organization } from '../organizations/organization.entity.ts';
import type { PeriodKind } from '../../periods/period-kind.ts';
import { PERIOD_KINDS } from '../../periods/period-kind.ts';

/** Indicators that are reported together: a form. */
@Entity({ tableName: 'indicator_set' })
export class IndicatorSet {
  [PrimaryKeyProp]?: 'code';

  @PrimaryKey({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  nameEn!: string;

  /** Their codes. */
  @Property({ type: 'string[]', columnType: 'text[]' })
  indicators!: string[];
}

/**
 * By which day reports are due. A rule gives days after the end of periods of a kind; an override gives the day for one
 * period, of one unit and all below it or of everybody.
 */
@Entity({ tableName: 'due_date' })
export class DueDate {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @ManyToOne(() => IndicatorSet, { deleteRule: 'restrict', nullable: true, index: false, fieldName: 'set_code' })
  set: IndicatorSet | null = null;

  @Enum({ items: () => [...PERIOD_KINDS], nativeEnumName: 'period_kind', nullable: true })
  periodKind: PeriodKind | null = null;

  /** Of an override: the Period in its canonical text. */
  @Property({ type: 'text', nullable: true })
  periodKey: string | null = null;

  @ManyToOne(() => Organization, { deleteRule: 'cascade', nullable: true, index: false })
  organization: Organization | null = null;

  /** Of a rule: days after the last day of the period. */
  @Property({ type: 'integer', nullable: true })
  days: number | null = null;

  /** Of an override. */
  @Property({ type: 'date', nullable: true })
  dueOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  reason: string | null = null;
}
