import type { WeightedDraw } from '../random/weighted.ts';
import { drawOf } from '../random/weighted.ts';
import type { Setting } from '../structure/unit.ts';

/** Plausible shares, not statistics; together they come near the weights of seeds/data/attributes.json. */

export type Occupation =
  | 'OFFICIAL'
  | 'PUBLIC_EMPLOYEE'
  | 'ARMED_FORCES'
  | 'STATE_ENTERPRISE'
  | 'PRIVATE_ENTERPRISE'
  | 'FARMER'
  | 'SELF_EMPLOYED'
  | 'STUDENT'
  | 'RETIRED'
  | 'OTHER';

type AtWork = Exclude<Setting, 'VILLAGE' | 'URBAN'>;

export const OCCUPATION_AT_WORK: Readonly<Record<AtWork, WeightedDraw<Occupation>>> = {
  SCHOOL: drawOf<Occupation>({ PUBLIC_EMPLOYEE: 93, OFFICIAL: 4, OTHER: 3 }),
  CLINIC: drawOf<Occupation>({ PUBLIC_EMPLOYEE: 95, OFFICIAL: 3, OTHER: 2 }),
  FORCES: drawOf<Occupation>({ ARMED_FORCES: 98, OTHER: 2 }),
  AGENCY: drawOf<Occupation>({ OFFICIAL: 74, PUBLIC_EMPLOYEE: 23, OTHER: 3 }),
  ENTERPRISE: drawOf<Occupation>({ STATE_ENTERPRISE: 58, PRIVATE_ENTERPRISE: 38, SELF_EMPLOYED: 4 }),
};

export const OCCUPATION_AT_HOME: Readonly<Record<'VILLAGE' | 'URBAN' | 'OLD', WeightedDraw<Occupation>>> = {
  VILLAGE: drawOf<Occupation>({
    FARMER: 56,
    OFFICIAL: 12,
    PUBLIC_EMPLOYEE: 6,
    ARMED_FORCES: 5,
    SELF_EMPLOYED: 12,
    PRIVATE_ENTERPRISE: 6,
    OTHER: 3,
  }),
  URBAN: drawOf<Occupation>({
    FARMER: 8,
    OFFICIAL: 18,
    PUBLIC_EMPLOYEE: 12,
    ARMED_FORCES: 8,
    SELF_EMPLOYED: 30,
    PRIVATE_ENTERPRISE: 16,
    OTHER: 8,
  }),
  OLD: drawOf<Occupation>({ RETIRED: 70, FARMER: 24, SELF_EMPLOYED: 4, OTHER: 2 }),
};

const education = (weights: readonly number[]): WeightedDraw<string> =>
  drawOf(Object.fromEntries(EDUCATION_LEVELS.map((level, at) => [level, weights[at] ?? 0])));

const EDUCATION_LEVELS = [
  'PRIMARY',
  'LOWER_SECONDARY',
  'UPPER_SECONDARY',
  'VOCATIONAL',
  'COLLEGE',
  'UNIVERSITY',
  'MASTER',
  'DOCTORATE',
] as const;

export const EDUCATION: Readonly<Record<Occupation, WeightedDraw<string>>> = {
  OFFICIAL: education([0, 0, 3, 6, 6, 68, 15.5, 1.5]),
  PUBLIC_EMPLOYEE: education([0, 0, 2, 9, 16, 60, 11.5, 1.5]),
  ARMED_FORCES: education([0, 0, 18, 22, 14, 42, 3.8, 0.2]),
  STATE_ENTERPRISE: education([0, 2, 22, 17, 13, 41, 5, 0]),
  PRIVATE_ENTERPRISE: education([0, 2, 28, 15, 14, 38, 3, 0]),
  FARMER: education([3, 24, 58, 9, 4, 2, 0, 0]),
  SELF_EMPLOYED: education([1, 14, 52, 14, 8, 11, 0, 0]),
  STUDENT: education([0, 0, 100, 0, 0, 0, 0, 0]),
  RETIRED: education([6, 28, 33, 15, 5, 12, 1, 0]),
  OTHER: education([1, 8, 40, 15, 10, 25, 1, 0]),
};
export const EDUCATION_OF_THE_OLD = education([7, 29, 33, 14, 5, 11, 0.8, 0.2]);

const theory = (weights: readonly number[]): WeightedDraw<string> =>
  drawOf(Object.fromEntries(THEORY_LEVELS.map((level, at) => [level, weights[at] ?? 0])));

const THEORY_LEVELS = ['NONE', 'ELEMENTARY', 'INTERMEDIATE', 'ADVANCED', 'BACHELOR'] as const;

export const THEORY_OF_THE_NEW = theory([95, 4, 1, 0, 0]);

/** Occupations that are not listed have what most have. */
export const THEORY: Readonly<Partial<Record<Occupation, WeightedDraw<string>>>> = {
  OFFICIAL: theory([9, 22, 42, 25, 2]),
  PUBLIC_EMPLOYEE: theory([26, 45, 24, 4.7, 0.3]),
  ARMED_FORCES: theory([18, 38, 31, 12, 1]),
  STATE_ENTERPRISE: theory([38, 42, 15, 4.7, 0.3]),
  RETIRED: theory([40, 38, 16, 5.5, 0.5]),
};
