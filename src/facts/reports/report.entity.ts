import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Dimensions, ObservationRole, Qualifier } from '../indicators/indicator.ts';
import { OBSERVATION_ROLES, QUALIFIERS } from '../indicators/indicator.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { SourceDocument } from '../observations/source-document.entity.ts';
import { Organization } from '../organizations/organization.entity.ts';
import type { PeriodUnit } from '../../periods/period.ts';
import { IndicatorSet } from './due-date.entity.ts';
import type { ReportEventKind, ReportState } from './report.ts';
import { REPORT_EVENT_KINDS, REPORT_STATES } from './report.ts';

/** What a unit reports for a period: one for each set of indicators, or one for all. */
@Entity({ tableName: 'report' })
export class Report {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @ManyToOne(() => Organization, { deleteRule: 'restrict', index: false })
  organization!: Organization;

  /** The Period in its canonical text. */
  @Property({ type: 'text' })
  periodKey!: string;

  /** The same in days, a PostgreSQL daterange; null for terms. */
  @Property({ type: 'string', columnType: 'daterange', nullable: true })
  period: string | null = null;

  /** Null where it is about any indicator. */
  @ManyToOne(() => IndicatorSet, { deleteRule: 'restrict', nullable: true, index: false, fieldName: 'set_code' })
  set: IndicatorSet | null = null;

  @Index({ name: 'report_state_index' })
  @Enum({ items: () => [...REPORT_STATES], nativeEnumName: 'report_state', default: 'DRAFT' })
  state: ReportState = 'DRAFT';

  /** Rises with each reopening. */
  @Property({ type: 'integer', default: 1 })
  version: number = 1;

  /** Rises with each change, of figures or of the state. */
  @Property({ type: 'integer', default: 1 })
  revision: number = 1;

  /** When it was handed in last, and by whom. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  submittedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  submittedBy: string | null = null;

  /** When it was handed in that was approved first: what says whether it was on time. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  note: string | null = null;
}

/** A step of a report: written once, and never changed. */
@Entity({ tableName: 'report_event' })
export class ReportEvent {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @Index({ name: 'report_event_report_id_index' })
  @ManyToOne(() => Report, { deleteRule: 'restrict' })
  report!: Report;

  @Property({ type: 'integer' })
  version!: number;

  @Enum({ items: () => [...REPORT_EVENT_KINDS], nativeEnumName: 'report_event_kind' })
  kind!: ReportEventKind;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  at!: Date;

  @Property({ type: 'text' })
  bySubject!: string;

  @Property({ type: 'text' })
  byRole!: string;

  @Property({ type: 'text', nullable: true })
  byUnit: string | null = null;

  @Property({ type: 'text', nullable: true })
  reason: string | null = null;
}

/** A figure of one version of a report. */
@Entity({ tableName: 'report_figure' })
@Unique({
  name: 'report_figure_once_a_version',
  properties: ['report', 'version', 'indicator', 'role', 'periodKey', 'dimensions'],
})
export class ReportFigure {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @ManyToOne(() => Report, { deleteRule: 'restrict', index: false })
  report!: Report;

  @Property({ type: 'integer' })
  version!: number;

  @ManyToOne(() => Indicator, { deleteRule: 'restrict', index: false })
  indicator!: Indicator;

  @Enum({ items: () => [...OBSERVATION_ROLES], nativeEnumName: 'observation_role' })
  role!: ObservationRole;

  @Property({ type: 'text' })
  periodKey!: string;

  @Property({ type: 'string', columnType: 'daterange', nullable: true })
  period: string | null = null;

  @Property({ type: 'jsonb', columnType: 'jsonb' })
  dimensions: Dimensions = {};

  @Property({ type: 'double', nullable: true })
  value: number | null = null;

  @Property({ type: 'double', nullable: true })
  numerator: number | null = null;

  @Property({ type: 'double', nullable: true })
  denominator: number | null = null;

  @Enum({ items: () => [...QUALIFIERS], nativeEnumName: 'qualifier', default: 'EXACT' })
  qualifier: Qualifier = 'EXACT';

  @ManyToOne(() => SourceDocument, { deleteRule: 'restrict', nullable: true, index: false })
  source: SourceDocument | null = null;

  @Enum({ items: () => ['MONTH', 'QUARTER', 'YEAR'], nativeEnumName: 'period_unit', nullable: true })
  per: PeriodUnit | null = null;

  @Property({ type: 'text', nullable: true })
  note: string | null = null;
}
