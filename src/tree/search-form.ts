const DIACRITICS = /\p{Diacritic}/gu;

/** A name in the form in which it is searched: lower case, without diacritics, one space between words. */
export function searchForm(name: string): string {
  return name.normalize('NFD').replace(DIACRITICS, '').toLowerCase().replaceAll('đ', 'd').trim().replace(/\s+/g, ' ');
}
