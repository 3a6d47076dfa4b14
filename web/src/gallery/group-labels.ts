import type { Both, Group } from './question.ts';

/** The headings of the gallery's groups. */
export const GROUP_LABELS: Readonly<Record<Group, Both>> = {
  articles: { vi: 'Năm bài báo', en: 'The five articles' },
  levels: { vi: 'Tổng hợp theo cấp', en: 'Rolled up by level' },
  targets: { vi: 'Chỉ tiêu và kết quả', en: 'Targets and achievement' },
  reporting: { vi: 'Tình hình báo cáo', en: 'Who has reported' },
  reform: { vi: 'Trước và sau 1-7-2025', en: 'Before and after 1 July 2025' },
  corrections: { vi: 'Đính chính', en: 'Corrections' },
  federation: { vi: 'Liên thông', en: 'Joined with other agencies' },
};
