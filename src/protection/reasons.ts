/** Why a count of people is withheld. */
export type Reason = keyof typeof REASONS;

const BY = 'from those without member-level access';

/** The same in words, as `statusReason` gives it. */
export const REASONS = {
  SMALL: `withheld ${BY}: a small group of people could be told from it, or by it from what is shown beside it`,
  DAY: `withheld ${BY}: members are shown on the last day of a quarter, or of a month, alone`,
  SPAN: `withheld ${BY}: events are shown for years, the first nine months, half-years, quarters and months of the calendar alone`,
  DIVIDED_SPAN: `withheld ${BY}: the parts of a dimension are shown for whole years alone`,
  DIVIDED_TWICE: `withheld ${BY}: people are shown by one dimension at a time`,
  TRANSFERS: `withheld ${BY}: counts of transfers would tell apart who came from where`,
  UNPUBLISHED: `withheld ${BY}: it was approved and never published, and a small group of people could be told from it`,
} as const;
