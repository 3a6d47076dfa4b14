import type { Random } from '../random/random.ts';
import type { Setting } from './unit.ts';

/** An agency, school or enterprise whose party organisation is a grassroots organisation of the district. */
export interface Body {
  readonly name: string;
  readonly setting: Setting;
  /** A committee with cells below; else a cell of its own. */
  readonly committee: boolean;
}

const OF_EVERY_DISTRICT: readonly Body[] = [
  { name: 'Công an', setting: 'FORCES', committee: true },
  { name: 'Quân sự', setting: 'FORCES', committee: true },
  { name: 'Trung tâm Y tế', setting: 'CLINIC', committee: true },
  { name: 'Cơ quan Đảng, đoàn thể', setting: 'AGENCY', committee: true },
  { name: 'Cơ quan chính quyền', setting: 'AGENCY', committee: true },
  { name: 'Phòng Giáo dục và Đào tạo', setting: 'AGENCY', committee: false },
  { name: 'Tòa án nhân dân', setting: 'AGENCY', committee: false },
  { name: 'Viện Kiểm sát nhân dân', setting: 'AGENCY', committee: false },
  { name: 'Chi cục Thi hành án dân sự', setting: 'AGENCY', committee: false },
  { name: 'Chi cục Thuế', setting: 'AGENCY', committee: true },
  { name: 'Kho bạc Nhà nước', setting: 'AGENCY', committee: false },
  { name: 'Bảo hiểm xã hội', setting: 'AGENCY', committee: false },
  { name: 'Ngân hàng Nông nghiệp và Phát triển nông thôn', setting: 'ENTERPRISE', committee: false },
  { name: 'Ngân hàng Chính sách xã hội', setting: 'ENTERPRISE', committee: false },
  { name: 'Điện lực', setting: 'ENTERPRISE', committee: false },
  { name: 'Bưu điện', setting: 'ENTERPRISE', committee: false },
  { name: 'Trung tâm Bồi dưỡng chính trị', setting: 'SCHOOL', committee: false },
  { name: 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên', setting: 'SCHOOL', committee: false },
  { name: 'Trung tâm Văn hóa - Thể thao', setting: 'AGENCY', committee: false },
  { name: 'Ban Quản lý dự án đầu tư xây dựng', setting: 'AGENCY', committee: false },
];

const FURTHER: readonly { readonly name: string; readonly setting: Setting; readonly committees: number }[] = [
  { name: 'Trường Trung học phổ thông', setting: 'SCHOOL', committees: 0.8 },
  { name: 'Công ty cổ phần', setting: 'ENTERPRISE', committees: 0.5 },
  { name: 'Doanh nghiệp tư nhân', setting: 'ENTERPRISE', committees: 0.3 },
  { name: 'Hợp tác xã', setting: 'ENTERPRISE', committees: 0.3 },
  { name: 'Quỹ tín dụng nhân dân', setting: 'ENTERPRISE', committees: 0.2 },
  { name: 'Trường Mầm non', setting: 'SCHOOL', committees: 0.5 },
  { name: 'Phòng khám đa khoa', setting: 'CLINIC', committees: 0.6 },
  { name: 'Đơn vị sự nghiệp', setting: 'AGENCY', committees: 0.7 },
];

/** So many bodies of a district: what every district has, then numbered ones of the usual sorts. */
export function districtBodies(random: Random, count: number): Body[] {
  const further = Array.from({ length: Math.max(0, count - OF_EVERY_DISTRICT.length) }, (_, at): Body => {
    const sort = FURTHER[at % FURTHER.length] as (typeof FURTHER)[number];
    const number = Math.floor(at / FURTHER.length) + 1;
    return { name: `${sort.name} số ${number}`, setting: sort.setting, committee: random.chance(sort.committees) };
  });
  return [...OF_EVERY_DISTRICT, ...further].slice(0, count);
}
