import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { ObservationRole, Qualifier } from '../../facts/indicators/indicator.ts';
import type { Day } from '../../periods/day.ts';
import type { Period, PeriodUnit } from '../../periods/period.ts';
import type { PeriodKind } from '../../periods/period-kind.ts';
import { DimensionFilter } from '../indicators/dimension.type.ts';
import { ObservationRoleEnum, PeriodUnitEnum, QualifierEnum } from '../indicators/enums.ts';
import { IndicatorCodeScalar } from '../scalars/codes.ts';
import { DateScalar } from '../scalars/date.ts';
import { PeriodScalar } from '../scalars/period.ts';
import { PeriodKindEnum } from './enums.ts';

const REVISION =
  'The `revision` of the report as it was read (lần thay đổi đã xem): a report that was changed since is left as it is.';

@InputType({ description: 'A figure of a report (số liệu trong báo cáo).' })
export class ReportFigureInput {
  @Field(() => IndicatorCodeScalar, { description: 'The indicator (mã chỉ tiêu).' })
  indicator!: string;

  @Field(() => ObservationRoleEnum, { nullable: true, description: 'Actual or target (vai trò); ACTUAL where absent.' })
  role?: ObservationRole | null;

  @Field(() => PeriodScalar, {
    nullable: true,
    description: 'A time within that of the report (kỳ), as the last day for a stock; that of the report where absent.',
  })
  period?: Period | null;

  @Field(() => [DimensionFilter], {
    nullable: true,
    description: 'The part that it is of (phân tổ); the whole where absent.',
  })
  dimensions?: DimensionFilter[] | null;

  @Field(() => Float, { nullable: true, description: 'The figure (giá trị); of a ratio, in percent.' })
  value?: number | null;

  @Field(() => Float, { nullable: true, description: 'What is divided (tử số).' })
  numerator?: number | null;

  @Field(() => Float, { nullable: true, description: 'What it is divided by (mẫu số).' })
  denominator?: number | null;

  @Field(() => QualifierEnum, {
    nullable: true,
    description: 'EXACT, AT_LEAST or GREATER_THAN (mức chính xác); EXACT where absent.',
  })
  qualifier?: Qualifier | 'AT_MOST' | 'LESS_THAN' | null;

  @Field(() => PeriodUnitEnum, {
    nullable: true,
    description: 'The figure is for each of these within the period (cho mỗi): nine a year over a term.',
  })
  per?: PeriodUnit | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The document that it was found in (mã nguồn); the report itself where absent.',
  })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be known beside it (ghi chú).' })
  note?: string | null;
}

@InputType({ description: 'What a unit reports for a period (nội dung báo cáo): all of its figures.' })
export class DraftReportInput {
  @Field(() => String, { description: 'Code of the unit (mã tổ chức).' })
  unit!: string;

  @Field(() => PeriodScalar, { description: 'The period (kỳ báo cáo).' })
  period!: Period;

  @Field(() => String, {
    nullable: true,
    description: 'The set of indicators that it is about (mã biểu mẫu); any indicators where absent.',
  })
  set?: string | null;

  @Field(() => [ReportFigureInput], { description: 'The figures (các số liệu), in the place of those before.' })
  figures!: ReportFigureInput[];

  @Field(() => String, { nullable: true, description: 'What is to be known beside it (ghi chú).' })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: REVISION })
  revision?: number | null;
}

@InputType({ description: 'A step of a report (bước xử lý báo cáo).' })
export class ReportStepInput {
  @Field(() => ID, { description: 'The report (mã báo cáo).' })
  id!: string;

  @Field(() => Int, { nullable: true, description: REVISION })
  revision?: number | null;
}

@InputType({ description: 'An approval (duyệt báo cáo): of what was looked at.' })
export class ApproveReportInput {
  @Field(() => ID, { description: 'The report (mã báo cáo).' })
  id!: string;

  @Field(() => Int, { description: REVISION })
  revision!: number;
}

@InputType({ description: 'A step of a report that needs a reason (trả lại hoặc mở lại báo cáo).' })
export class ReasonedStepInput extends ReportStepInput {
  @Field(() => String, { description: 'Why (lý do).' })
  reason!: string;
}

@InputType({
  description:
    'Indicators that are reported together (biểu mẫu báo cáo), new or in the place of the set with its code.',
})
export class IndicatorSetInput {
  @Field(() => String, { description: 'Its code (mã biểu mẫu).' })
  code!: string;

  @Field(() => String, { description: 'Vietnamese name (tên biểu mẫu).' })
  name!: string;

  @Field(() => String, { description: 'English name (tên tiếng Anh).' })
  nameEn!: string;

  @Field(() => [IndicatorCodeScalar], { description: 'Its indicators (các chỉ tiêu).' })
  indicators!: string[];
}

@InputType({
  description:
    'By which day reports are due (thời hạn báo cáo): so many `days` after periods of a kind, or `dueOn` for one `period`. In the place of what was said of the same before.',
})
export class DueDateInput {
  @Field(() => String, {
    nullable: true,
    description: 'Of this set of indicators (mã biểu mẫu); of every one where absent.',
  })
  set?: string | null;

  @Field(() => PeriodKindEnum, {
    nullable: true,
    description: 'With `days`: of this kind of period (loại kỳ); of every kind where absent.',
  })
  periodKind?: PeriodKind | null;

  @Field(() => Int, { nullable: true, description: 'Days after the last day of the period (số ngày sau kỳ).' })
  days?: number | null;

  @Field(() => PeriodScalar, { nullable: true, description: 'With `dueOn`: for this period alone (kỳ).' })
  period?: Period | null;

  @Field(() => String, {
    nullable: true,
    description: 'With `dueOn`: code of a unit, for it and all below it (mã tổ chức); for everybody where absent.',
  })
  unit?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day (ngày hết hạn).' })
  dueOn?: Day | null;

  @Field(() => String, { nullable: true, description: 'Why (lý do).' })
  reason?: string | null;
}
