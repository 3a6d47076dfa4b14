/** A day: 2023-09-30. */
export type CalendarDate = `${number}-${number}-${number}`;

/** A moment with its zone: 2024-01-30T00:00:00.000Z. */
export type Moment = string;

/** 2023 · 2023-Q3 · 2023-09 · 2023-09-30 · 2023-01-01/2023-09-30 · TERM-2020-2025-H1 … */
export type Period = string;

/** Upper case, as in PARTY_MEMBERS. */
export type IndicatorCode = Uppercase<string>;

/** Upper case, as in SEX. */
export type DimensionName = Uppercase<string>;
