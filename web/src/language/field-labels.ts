import type { Language } from './language.ts';

/** What to call the fields of the schema above a column: Vietnamese, English. */
const LABELS: Readonly<Record<string, readonly [string, string]>> = {
  achievement: ['Đạt so với chỉ tiêu (%)', 'Of target (%)'],
  answered: ['Đã báo cáo', 'Answered'],
  after: ['Sau', 'After'],
  asKnownNow: ['Như biết bây giờ', 'As known now'],
  asKnownThen: ['Như biết khi ấy', 'As known then'],
  asked: ['Hỏi', 'Asked as'],
  before: ['Trước', 'Before'],
  blocs: ['Đảng bộ khối', 'Bloc'],
  by: ['Thực hiện bởi', 'By'],
  cells: ['Chi bộ', 'Cell'],
  children: ['Trực thuộc', 'Child'],
  closedOn: ['Kết thúc', 'Closed on'],
  code: ['Mã', 'Code'],
  codeList: ['Danh mục', 'Code list'],
  communes: ['Đảng bộ xã, phường', 'Commune'],
  contributions: ['Số liệu hợp thành', 'Contributions'],
  coverage: ['Báo cáo', 'Coverage'],
  denominator: ['Mẫu số', 'Denominator'],
  discrepancy: ['Chênh lệch', 'Discrepancy'],
  districts: ['Đảng bộ huyện', 'District'],
  expected: ['Phải báo cáo', 'Expected'],
  from: ['Từ', 'From'],
  grassrootsOrganizations: ['Tổ chức cơ sở đảng', 'Grassroots organisation'],
  indicator: ['Chỉ số', 'Indicator'],
  kind: ['Loại', 'Kind'],
  knownAt: ['Biết từ', 'Known at'],
  missing: ['Chưa báo cáo', 'Missing'],
  name: ['Tên', 'Name'],
  nameEn: ['Tên tiếng Anh', 'English name'],
  numerator: ['Tử số', 'Numerator'],
  observations: ['Số liệu đã báo cáo', 'Observations'],
  on: ['Ngày', 'On'],
  ofMembers: ['Về đảng viên', 'Of members'],
  ofOrganizations: ['Về tổ chức đảng', 'Of organisations'],
  onTime: ['Đúng hạn', 'On time'],
  openedOn: ['Thành lập', 'Opened on'],
  organization: ['Tổ chức đảng', 'Organisation'],
  organizations: ['Tổ chức đảng', 'Organisation'],
  parent: ['Cấp trên', 'Parent'],
  period: ['Kỳ', 'Period'],
  predecessors: ['Tiền thân', 'Predecessors'],
  previousYear: ['Năm trước', 'Previous year'],
  provinces: ['Đảng bộ tỉnh', 'Province'],
  publishedOn: ['Công bố ngày', 'Published on'],
  qualifier: ['Mức chính xác', 'Qualifier'],
  rate: ['Tỷ lệ', 'Rate'],
  reported: ['Tự báo cáo', 'Reported'],
  role: ['Vai trò', 'Role'],
  rolledUp: ['Cộng từ cấp dưới', 'Rolled up'],
  searchOrganizations: ['Tổ chức đảng', 'Organisation'],
  sectionCommittees: ['Đảng bộ bộ phận', 'Section committee'],
  series: ['Chuỗi số liệu', 'Series'],
  source: ['Nguồn', 'Source'],
  sources: ['Nguồn', 'Sources'],
  status: ['Tình trạng', 'Status'],
  successors: ['Kế tục', 'Successors'],
  target: ['Chỉ tiêu', 'Target'],
  title: ['Tên', 'Title'],
  to: ['Thành', 'To'],
  unit: ['Đơn vị tính', 'Unit of measure'],
  value: ['Giá trị', 'Value'],
};

/** The label of a field in a language; a field without one is called by its own name, in words ("adminUnit": "Admin unit"). */
export function fieldLabel(name: string, language: Language): string {
  const found = LABELS[name];
  if (found !== undefined) return found[language === 'vi' ? 0 : 1];
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
