/** The sixty months that the register tells of, by their first days. */
export const MONTHS: readonly string[] = Array.from(
  { length: 60 },
  (_, at) => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
);

/** The first day after the last of them. */
export const END = '2026-01-01';

/** The months for which the roll-up table has a row for each single cell, too: those that questions about cells are about. */
export const CELL_MONTHS: readonly string[] = MONTHS.filter((month) => month.startsWith('2024'));

/** The months at whose ends members are counted by what they are like. */
export const CUBE_MONTHS: readonly string[] = MONTHS.filter((month) => month.startsWith('2023'));

/** The last day of the month that begins on a day. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** 2024-03 for 2024-03-01. */
export function periodOf(month: string): string {
  return month.slice(0, 7);
}

/** The one month in which a unit published another number of members than the register counts: Quế Xuân 1, in Quảng Nam. */
const WITH_A_REPORT = '2023-11-01';

/** Of some months those that can be compared: the peers answer from what is counted, and know of no reports. */
export function comparable(months: readonly string[]): string[] {
  return months.filter((month) => month !== WITH_A_REPORT);
}
