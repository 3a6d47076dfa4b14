import { drawOf } from '../random/weighted.ts';
import type { Setting } from '../structure/unit.ts';

/** Per member and year. */
export const ADMISSIONS = 0.0355;
export const LOSSES = 0.0094;
export const MOVES = 0.01;
export const DISCIPLINES = 0.0035;
export const AWARDS = 0.006;

/** How much more often than on average people are admitted to a cell of this setting. */
export const ADMISSION_FACTOR: Readonly<Record<Setting, number>> = {
  VILLAGE: 0.8,
  URBAN: 0.7,
  SCHOOL: 1.1,
  CLINIC: 1,
  FORCES: 1.8,
  AGENCY: 1,
  ENTERPRISE: 1.3,
};

/** Likewise for leaving: the old live in the villages. */
export const LOSS_FACTOR: Readonly<Record<Setting, number>> = {
  VILLAGE: 1.7,
  URBAN: 1.7,
  SCHOOL: 0.4,
  CLINIC: 0.4,
  FORCES: 0.3,
  AGENCY: 0.4,
  ENTERPRISE: 0.7,
};

/** Why members leave; expulsions come from disciplines. */
export const LEAVING_REASONS = drawOf({ DIED: 64, REMOVED: 29, WITHDRAWN: 7 });

export const DISCIPLINE_FORMS = drawOf({ REPRIMAND: 78, WARNING: 16, DISMISSAL: 2.5, EXPULSION: 3.5 });

/** How far a move goes; what is left goes to another province. */
export const WITHIN_GRASSROOTS = 0.35;
export const WITHIN_TIER = 0.65;
export const WITHIN_PROVINCE = 0.85;
