import type { Column } from '../../column.ts';
import { choice } from '../../values/choice.ts';
import { MOMENT_OR_DAY } from '../../values/day.ts';
import { DIMENSIONS } from '../../values/dimensions.ts';
import { NUMBER } from '../../values/number.ts';
import { PERIOD } from '../../values/period.ts';
import { CODE, TEXT } from '../../values/text.ts';

/** What a figure says. */
export const FIGURE_COLUMNS: readonly Column[] = [
  { name: 'organization', header: 'Mã tổ chức', also: ['Mã đơn vị'], type: CODE, required: true },
  { name: 'indicator', header: 'Mã chỉ tiêu', type: CODE, required: true },
  {
    name: 'role',
    header: 'Loại số liệu',
    type: choice({ ACTUAL: ['Thực hiện', 'Kết quả'], TARGET: ['Kế hoạch', 'Chỉ tiêu'] }),
  },
  { name: 'period', header: 'Kỳ', also: ['Kỳ báo cáo'], type: PERIOD, required: true },
  {
    name: 'per',
    header: 'Tính cho mỗi',
    type: choice({ MONTH: ['Tháng'], QUARTER: ['Quý'], YEAR: ['Năm'] }),
  },
  { name: 'dimensions', header: 'Phân tổ', type: DIMENSIONS },
  { name: 'value', header: 'Giá trị', type: NUMBER },
  { name: 'numerator', header: 'Tử số', type: NUMBER },
  { name: 'denominator', header: 'Mẫu số', type: NUMBER },
  {
    name: 'qualifier',
    header: 'Mức chính xác',
    type: choice({ EXACT: ['Chính xác'], AT_LEAST: ['Ít nhất', 'Từ'], GREATER_THAN: ['Hơn', 'Trên'] }),
  },
  { name: 'source', header: 'Mã nguồn', type: CODE },
  { name: 'knownAt', header: 'Biết từ ngày', also: ['Ngày công bố'], type: MOMENT_OR_DAY },
  { name: 'note', header: 'Ghi chú', type: TEXT },
];

/** Which report a figure is for, where it waits in one until it is approved. */
export const REPORT_COLUMNS: readonly Column[] = [
  { name: 'reportPeriod', header: 'Thuộc báo cáo kỳ', type: PERIOD },
  { name: 'indicatorSet', header: 'Mã biểu mẫu', type: CODE },
];
