import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { PeriodUnit } from '../../periods/period.ts';
import type { Dimensions, ObservationRole, Qualifier } from '../indicators/indicator.ts';
import { OBSERVATION_ROLES, QUALIFIERS } from '../indicators/indicator.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { Organization } from '../organizations/organization.entity.ts';
import { Report } from '../reports/report.entity.ts';
import { SourceDocument } from './source-document.entity.ts';

/** A reported fact. A correction is a further row that became known later; no row is overwritten. */
@Entity({ tableName: 'observation' })
@Index({ name: 'observation_indicator_code_period_key_index', properties: ['indicator', 'periodKey'] })
@Index({ name: 'observation_organization_id_index', properties: ['organization'] })
export class Observation {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @ManyToOne(() => Organization, { deleteRule: 'restrict' })
  organization!: Organization;

  @ManyToOne(() => Indicator, { deleteRule: 'restrict' })
  indicator!: Indicator;

  @Enum({ items: () => [...OBSERVATION_ROLES], nativeEnumName: 'observation_role' })
  role!: ObservationRole;

  /** The Period in its canonical text; null where the fact gives no date at all. */
  @Property({ type: 'text', nullable: true })
  periodKey: string | null = null;

  /** The same in days, a PostgreSQL daterange; null for terms and undated facts. */
  @Property({ type: 'string', columnType: 'daterange', nullable: true })
  period: string | null = null;

  @Property({ type: 'boolean', default: false })
  approximate: boolean = false;

  /** The figure is for each of these within the period: nine a year over a term. */
  @Enum({ items: () => ['MONTH', 'QUARTER', 'YEAR'], nativeEnumName: 'period_unit', nullable: true })
  per: PeriodUnit | null = null;

  @Property({ type: 'jsonb', columnType: 'jsonb' })
  dimensions: Dimensions = {};

  /** A ratio's value is in percent. */
  @Property({ type: 'double', nullable: true })
  value: number | null = null;

  @Property({ type: 'double', nullable: true })
  numerator: number | null = null;

  @Property({ type: 'double', nullable: true })
  denominator: number | null = null;

  @Enum({ items: () => [...QUALIFIERS], nativeEnumName: 'qualifier' })
  qualifier: Qualifier = 'EXACT';

  @Index({ name: 'observation_source_id_index' })
  @ManyToOne(() => SourceDocument, { deleteRule: 'restrict' })
  source!: SourceDocument;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  knownAt!: Date;

  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  /** The report whose approval made it a figure; null for one that was published or brought in. */
  @Index({ name: 'observation_report_id_index' })
  @ManyToOne(() => Report, { deleteRule: 'restrict', nullable: true })
  report: Report | null = null;

  @Property({ type: 'integer', nullable: true })
  reportVersion: number | null = null;

  /** When its report was handed in; where null, when it became known. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  reportedAt: Date | null = null;

  /** When another version of its report took its place. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  replacedAt: Date | null = null;
}
