/** The two languages of the interface. */
export type Language = 'vi' | 'en';

/** The BCP 47 tag by which numbers, dates and the order of names follow a language. */
export const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** The language to start in: what was chosen before, else the first that the browser wants and the pages have, else Vietnamese. */
export function startLanguage(chosen: string | null, wanted: readonly string[]): Language {
  if (chosen === 'vi' || chosen === 'en') return chosen;
  for (const tag of wanted) {
    if (tag.startsWith('vi')) return 'vi';
    if (tag.startsWith('en')) return 'en';
  }
  return 'vi';
}
