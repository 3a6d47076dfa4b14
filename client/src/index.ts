export { type Ask, type AskOptions, type ClientOptions, createClient } from './client.ts';
export { type AnswerError, AnswerFailed } from './errors.ts';
export type { CalendarDate, DimensionName, IndicatorCode, Moment, Period } from './scalars.ts';
export * from './generated/graphql.ts';
