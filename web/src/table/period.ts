import type { Language } from '../language/language.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function readDay(text: string): string {
  const day = DAY.exec(text);
  return day === null ? text : `${Number(day[3])}-${Number(day[2])}-${day[1]}`;
}

/** A period as a person reads it: "1-1-2023 – 30-9-2023", "năm 2023". What has no plainer form stays as it is written. */
export function readPeriod(period: string, language: Language): string {
  const about = period.endsWith('~') ? (language === 'vi' ? 'khoảng ' : 'about ') : '';
  const bare = period.replace(/~$/, '');
  if (/^\d{4}$/.test(bare)) return `${about}${language === 'vi' ? `năm ${bare}` : bare}`;
  return bare.startsWith('TERM') ? period : about + bare.split('/').map(readDay).join(' – ');
}
