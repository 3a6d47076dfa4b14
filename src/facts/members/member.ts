export const SEXES = ['FEMALE', 'MALE'] as const;
export type Sex = (typeof SEXES)[number];

/** PROBATIONARY (dự bị), OFFICIAL (chính thức), LEFT: no longer a member. */
export const MEMBER_STATUSES = ['PROBATIONARY', 'OFFICIAL', 'LEFT'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** What can happen to a member on a day. */
export const MEMBER_EVENT_KINDS = [
  'ADMISSION',
  'BECOMING_OFFICIAL',
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'DISCIPLINE',
  'AWARD',
  'BADGE',
  'LEAVING',
] as const;
export type MemberEventKind = (typeof MEMBER_EVENT_KINDS)[number];
