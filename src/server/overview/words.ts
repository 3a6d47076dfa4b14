/** The languages of the page. */
export type Language = 'vi' | 'en';

/** By which numbers are written. */
export const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const VI = {
  title: 'Đảng bộ',
  lead: 'Số liệu xây dựng Đảng của mọi tổ chức đảng, ở mọi cấp: mỗi con số đi cùng nguồn, mức đầy đủ của báo cáo và giới hạn của nó.',
  explore: 'Mở GraphiQL',
  nation: 'Cả nước',
  nationHelp: 'Năm năm trọn vẹn gần đây và giá trị mới nhất. Bấm vào một con số để xem câu hỏi đã tạo ra nó.',
  madeUp: 'Bản chạy thử: sổ đảng viên là giả lập; số liệu từ các bài báo là thật.',
  questions: 'Câu hỏi mẫu',
  questionsHelp: 'Mỗi câu hỏi chạy được ngay, thành bảng, biểu đồ và tệp Excel.',
  answered: (answered: string, expected: string): string => `${answered} trong ${expected} đơn vị đã báo cáo`,
  missing: 'Chưa có số liệu',
  noFigures: 'Lúc này chưa lấy được số liệu. Hãy tải lại trang sau ít phút.',
  year: (year: string): string => `năm ${year}`,
  reform:
    'Ngày 1-7-2025 các huyện kết thúc và đảng bộ xã, phường thành cấp trên cơ sở: số tổ chức cơ sở trước và sau không cùng cách đếm.',
  marks: 'Chấm rỗng là chưa đủ báo cáo. Dấu ≥ là “ít nhất”, > là “hơn”, – là thiếu số liệu, không phải số 0.',
  other: 'English',
};

/** Every text of the page. */
export type Words = typeof VI;

const EN: Words = {
  title: 'Đảng bộ',
  lead: 'Figures of party organisations at every level, each with its source, its coverage and its bounds.',
  explore: 'Open GraphiQL',
  nation: 'The nation',
  nationHelp: 'The last five whole years, and their latest value. Follow a figure to the question that made it.',
  madeUp: 'A demonstration: the register of members is made up; the figures of the articles are real.',
  questions: 'Questions to begin with',
  questionsHelp: 'Each works as it is, and gives a table, a chart and a spreadsheet.',
  answered: (answered, expected) => `${answered} of ${expected} units answered`,
  missing: 'No figure yet',
  noFigures: 'The figures cannot be had at the moment. Please load the page again in a few minutes.',
  year: (year) => year,
  reform:
    'On 1 July 2025 the districts ended, and commune committees became the level above the grassroots: grassroots organisations before and after are not counted alike.',
  marks:
    'A hollow dot is a year that not all answered for. ≥ is “at least”, > is “more than”, – is missing and not zero.',
  other: 'Tiếng Việt',
};

/** The texts of a language. */
export function wordsIn(language: Language): Words {
  return language === 'vi' ? VI : EN;
}

/** The language asked for in the address, else the first of the browser's that the page has, else Vietnamese. */
export function languageOf(asked: string | null, acceptLanguage: string): Language {
  if (asked === 'vi' || asked === 'en') return asked;
  const first = /(?:^|,)\s*(vi|en)\b/i.exec(acceptLanguage)?.[1];
  return first?.toLowerCase() === 'en' ? 'en' : 'vi';
}
