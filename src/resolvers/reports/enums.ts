import { registerEnumType } from 'type-graphql';
import { REPORT_EVENT_KINDS, REPORT_STATES } from '../../facts/reports/report.ts';
import { PERIOD_KINDS } from '../../periods/period-kind.ts';
import { enumOf } from '../enum-of.ts';

export const ReportStateEnum = enumOf(REPORT_STATES);
registerEnumType(ReportStateEnum, {
  name: 'ReportState',
  description: 'How far a report has come (trạng thái báo cáo).',
  valuesConfig: {
    DRAFT: { description: 'Written down, and not handed in (dự thảo); also after a reopening.' },
    SUBMITTED: { description: 'Handed in, and waiting for the level above (đã nộp, chờ duyệt): locked.' },
    RETURNED: { description: 'Given back with a reason (trả lại).' },
    APPROVED: { description: 'Approved by the level above (đã duyệt): its figures count, and are locked.' },
  },
});

export const ReportEventKindEnum = enumOf(REPORT_EVENT_KINDS);
registerEnumType(ReportEventKindEnum, {
  name: 'ReportEventKind',
  description: 'What happened to a report (sự kiện của báo cáo).',
  valuesConfig: {
    DRAFTED: { description: 'It was begun (lập dự thảo).' },
    SUBMITTED: { description: 'It was handed in (nộp báo cáo).' },
    RETURNED: { description: 'It was given back with a reason (trả lại).' },
    APPROVED: { description: 'It was approved (duyệt).' },
    REOPENED: { description: 'It was reopened for a correction, with a reason (mở lại).' },
  },
});

export const TIMELINESS = ['PENDING', 'OVERDUE', 'ON_TIME', 'LATE'] as const;
export type Timeliness = (typeof TIMELINESS)[number];
export const TimelinessEnum = enumOf(TIMELINESS);
registerEnumType(TimelinessEnum, {
  name: 'Timeliness',
  description: 'How a report stands to the day on which it is due (tình trạng thời hạn).',
  valuesConfig: {
    PENDING: { description: 'Not handed in, and not due yet (chưa đến hạn).' },
    OVERDUE: { description: 'Not handed in, and due before today (quá hạn chưa nộp).' },
    ON_TIME: { description: 'Handed in by the due day, or where none is due (đúng hạn).' },
    LATE: { description: 'Handed in after the due day (nộp muộn).' },
  },
});

export const PeriodKindEnum = enumOf(PERIOD_KINDS);
registerEnumType(PeriodKindEnum, {
  name: 'PeriodKind',
  description: 'The spans for which reports are made (loại kỳ báo cáo).',
  valuesConfig: {
    DAY: { description: 'A day (ngày).' },
    MONTH: { description: 'A month (tháng).' },
    QUARTER: { description: 'A quarter (quý).' },
    HALF_YEAR: { description: 'A half of a year (6 tháng).' },
    NINE_MONTHS: { description: 'The first nine months of a year (9 tháng).' },
    YEAR: { description: 'A year (năm).' },
    OTHER: { description: 'Any other span of days (kỳ khác).' },
  },
});
