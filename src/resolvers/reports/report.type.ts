import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { ObservationRole, Qualifier } from '../../facts/indicators/indicator.ts';
import type { ReportEventKind, ReportState } from '../../facts/reports/report.ts';
import type { ReportEventRow, ReportFigureRow } from '../../loaders/report-parts.ts';
import type { ReportRow } from '../../loaders/reports.ts';
import { parsePeriod } from '../../periods/parse.ts';
import type { Period, PeriodUnit } from '../../periods/period.ts';
import { connectionType } from '../connections/connection-type.ts';
import { Dimension, dimensionList } from '../indicators/dimension.type.ts';
import { ObservationRoleEnum, PeriodUnitEnum, QualifierEnum } from '../indicators/enums.ts';
import { DateTimeScalar } from '../scalars/date-time.ts';
import { PeriodScalar } from '../scalars/period.ts';
import { ReportEventKindEnum, ReportStateEnum } from './enums.ts';

@Access('MEMBER_LEVEL')
@ObjectType({
  description:
    'What a unit reports for a period (báo cáo định kỳ), on its way to being figures: drafted, handed in, and approved by the level above, or returned. For officers of the unit and of those above it.',
})
export class Report {
  constructor(readonly row: ReportRow) {}

  @Field(() => ID, { description: 'Stable identifier (mã báo cáo).' })
  get id(): string {
    return String(this.row.id);
  }

  @Field(() => PeriodScalar, { description: 'What time it is about (kỳ báo cáo).' })
  get period(): Period {
    return parsePeriod(this.row.periodKey);
  }

  @Field(() => ReportStateEnum, { description: 'How far it has come (trạng thái).' })
  get state(): ReportState {
    return this.row.state;
  }

  @Field(() => Int, { description: 'Rises with each reopening (lần lập): each version keeps its figures.' })
  get version(): number {
    return this.row.version;
  }

  @Field(() => Int, {
    description: 'Rises with each change (số lần thay đổi): given with a step, it says which state was looked at.',
  })
  get revision(): number {
    return this.row.revision;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in last (thời điểm nộp).' })
  get submittedAt(): Date | null {
    return this.row.submittedAt === null ? null : new Date(this.row.submittedAt);
  }

  @Field(() => String, { nullable: true, description: 'What is to be known beside it (ghi chú).' })
  get note(): string | null {
    return this.row.note;
  }
}

export const ReportConnection = connectionType('Report', () => Report, 'reports (các báo cáo)', 'MEMBER_LEVEL');

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'A figure of a report (số liệu trong báo cáo).' })
export class ReportFigure {
  constructor(readonly row: ReportFigureRow) {}

  @Field(() => PeriodScalar, { description: 'What time it is about (kỳ): that of the report, or within it.' })
  get period(): Period {
    return parsePeriod(this.row.periodKey);
  }

  @Field(() => ObservationRoleEnum, { description: 'Actual or target (vai trò).' })
  get role(): ObservationRole {
    return this.row.role;
  }

  @Field(() => PeriodUnitEnum, {
    nullable: true,
    description: 'The figure is for each of these within the period (cho mỗi): nine a year over a term.',
  })
  get per(): PeriodUnit | null {
    return this.row.per;
  }

  @Field(() => [Dimension], { description: 'Which part it is of (các giá trị phân tổ); empty for the whole.' })
  get dimensions(): Dimension[] {
    return dimensionList(this.row.dimensions);
  }

  @Field(() => Float, { nullable: true, description: 'The figure (giá trị); of a ratio, in percent.' })
  get value(): number | null {
    return this.row.value;
  }

  @Field(() => Float, { nullable: true, description: 'What is divided (tử số).' })
  get numerator(): number | null {
    return this.row.numerator;
  }

  @Field(() => Float, { nullable: true, description: 'What it is divided by (mẫu số).' })
  get denominator(): number | null {
    return this.row.denominator;
  }

  @Field(() => QualifierEnum, { description: 'Exact, or a bound (mức chính xác).' })
  get qualifier(): Qualifier {
    return this.row.qualifier;
  }

  @Field(() => String, { nullable: true, description: 'What is to be known beside it (ghi chú).' })
  get note(): string | null {
    return this.row.note;
  }
}

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'What happened to a report, and by whom (sự kiện của báo cáo): kept for ever.' })
export class ReportEvent {
  constructor(readonly row: ReportEventRow) {}

  @Field(() => ReportEventKindEnum, { description: 'What happened (nội dung).' })
  get kind(): ReportEventKind {
    return this.row.kind;
  }

  @Field(() => DateTimeScalar, { description: 'When (thời điểm).' })
  get at(): Date {
    return new Date(this.row.at);
  }

  @Field(() => Int, { description: 'With which version of the report (lần lập).' })
  get version(): number {
    return this.row.version;
  }

  @Field(() => String, { description: 'Who did it (người thực hiện), as the token’s `sub` says.' })
  get by(): string {
    return this.row.subject;
  }

  @Field(() => String, { description: 'As what (vai trò): OFFICER or ADMINISTRATOR.' })
  get role(): string {
    return this.row.role;
  }

  @Field(() => String, { nullable: true, description: 'Code of the officer’s unit (đơn vị của người thực hiện).' })
  get unit(): string | null {
    return this.row.unit;
  }

  @Field(() => String, { nullable: true, description: 'Why (lý do).' })
  get reason(): string | null {
    return this.row.reason;
  }
}
