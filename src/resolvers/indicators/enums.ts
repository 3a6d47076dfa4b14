import { registerEnumType } from 'type-graphql';
import { INDICATOR_KINDS, OBSERVATION_ROLES } from '../../facts/indicators/indicator.ts';
import { FIGURE_STATES } from '../../facts/reports/report.ts';
import { enumOf } from '../enum-of.ts';

export const IndicatorKindEnum = enumOf(INDICATOR_KINDS);
registerEnumType(IndicatorKindEnum, {
  name: 'IndicatorKind',
  description: 'How an indicator combines over units and over time (loại chỉ tiêu).',
  valuesConfig: {
    FLOW: { description: 'Adds up over units and over time (số phát sinh): admissions, disciplines.' },
    STOCK: { description: 'Adds up over units; over time the last of the period (số cuối kỳ): members, cells.' },
    RATIO: { description: 'Recomputed from summed numerators and denominators (tỷ lệ), in percent.' },
    AVERAGE: { description: 'Recomputed with its weights (bình quân).' },
    CLASS: { description: 'A class, never combined (xếp loại).' },
  },
});

export const QUALIFIER_VALUES = ['EXACT', 'AT_LEAST', 'GREATER_THAN', 'AT_MOST', 'LESS_THAN'] as const;
export const QualifierEnum = enumOf(QUALIFIER_VALUES);
registerEnumType(QualifierEnum, {
  name: 'Qualifier',
  description: 'Whether a figure is exact or a bound (mức chính xác). Sums carry the stronger bound of their parts.',
  valuesConfig: {
    EXACT: { description: 'The figure itself (chính xác).' },
    AT_LEAST: { description: 'That much or more (từ … trở lên).' },
    GREATER_THAN: { description: 'More than that (trên, hơn).' },
    AT_MOST: { description: 'That much or less (không quá): of a share whose denominator is at least so large.' },
    LESS_THAN: { description: 'Less than that (dưới): of a share whose denominator is more than so large.' },
  },
});

export const VALUE_STATUSES = ['OBSERVED', 'MISSING', 'NOT_APPLICABLE', 'SUPPRESSED'] as const;
export type ValueStatus = (typeof VALUE_STATUSES)[number];
export const ValueStatusEnum = enumOf(VALUE_STATUSES);
registerEnumType(ValueStatusEnum, {
  name: 'ValueStatus',
  description: 'Why there is a value or none (tình trạng số liệu). Zero is a value; missing is not zero.',
  valuesConfig: {
    OBSERVED: { description: 'Reported, counted or added up (có số liệu).' },
    MISSING: { description: 'Nobody reported it (thiếu số liệu).' },
    NOT_APPLICABLE: {
      description: 'There can be none (không áp dụng): the unit was not open, or the share is over zero.',
    },
    SUPPRESSED: { description: 'Withheld, to protect a small group of people (được bảo vệ).' },
  },
});

export const ObservationRoleEnum = enumOf(OBSERVATION_ROLES);
registerEnumType(ObservationRoleEnum, {
  name: 'ObservationRole',
  description: 'What an observation is (vai trò của số liệu).',
  valuesConfig: {
    ACTUAL: { description: 'What happened or was so (thực hiện).' },
    TARGET: { description: 'What is to be reached (chỉ tiêu kế hoạch).' },
  },
});

export const PeriodUnitEnum = enumOf(['MONTH', 'QUARTER', 'YEAR']);
registerEnumType(PeriodUnitEnum, {
  name: 'PeriodUnit',
  description: 'A step of time (đơn vị kỳ).',
  valuesConfig: {
    MONTH: { description: 'Month (tháng).' },
    QUARTER: { description: 'Quarter (quý).' },
    YEAR: { description: 'Year (năm).' },
  },
});

export const FigureStateEnum = enumOf(FIGURE_STATES);
registerEnumType(FigureStateEnum, {
  name: 'FigureState',
  description: 'How far a figure has come on its way from a report (trạng thái số liệu).',
  valuesConfig: {
    DRAFT: { description: 'Written down, and not handed in (dự thảo).' },
    SUBMITTED: { description: 'Handed in, and waiting for the level above (đã nộp, chờ duyệt).' },
    RETURNED: { description: 'Given back with a reason (trả lại).' },
    APPROVED: { description: 'Approved by the level above (đã duyệt).' },
    PUBLISHED: { description: 'From a document, without a report of its own here (đã công bố).' },
  },
});
