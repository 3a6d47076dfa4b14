/** The languages of the page. */
export type Language = 'vi' | 'en';

/** By which numbers are written. */
export const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const VI = {
  title: 'Đảng bộ',
  lead: 'Số liệu xây dựng Đảng của mọi tổ chức đảng, ở mọi cấp: mỗi con số đi cùng nguồn, mức đầy đủ của báo cáo và giới hạn của nó.',
  explore: 'Mở GraphiQL',
  nation: 'Cả nước',
  nationHelp: 'Giá trị mới nhất của mười năm gần đây. Bấm vào một con số để xem câu hỏi đã tạo ra nó.',
  questions: 'Câu hỏi mẫu',
  questionsHelp: 'Mỗi câu hỏi chạy được ngay, thành bảng, biểu đồ và tệp Excel.',
  answered: (answered: string, expected: string): string => `${answered} trong ${expected} đơn vị đã báo cáo`,
  missing: 'Chưa có số liệu',
  noFigures: 'Lúc này chưa lấy được số liệu. Hãy tải lại trang sau ít phút.',
  year: (year: string): string => `năm ${year}`,
  dark: 'Dấu ≥ là “ít nhất”, > là “hơn”, – là thiếu số liệu, không phải số 0.',
  other: 'English',
};

/** Every text of the page. */
export type Words = typeof VI;

const EN: Words = {
  title: 'Đảng bộ',
  lead: 'Figures of party organisations at every level, each with its source, its coverage and its bounds.',
  explore: 'Open GraphiQL',
  nation: 'The nation',
  nationHelp: 'The latest value of the last ten years. Follow a figure to the question that made it.',
  questions: 'Questions to begin with',
  questionsHelp: 'Each works as it is, and gives a table, a chart and a spreadsheet.',
  answered: (answered, expected) => `${answered} of ${expected} units answered`,
  missing: 'No figure yet',
  noFigures: 'The figures cannot be had at the moment. Please load the page again in a few minutes.',
  year: (year) => year,
  dark: '≥ is “at least”, > is “more than”, – is missing and not zero.',
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
