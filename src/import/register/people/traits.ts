import type { Sex } from '../../../facts/members/member.ts';
import type { Random } from '../random/random.ts';
import type { WeightedDraw } from '../random/weighted.ts';
import { drawOf } from '../random/weighted.ts';
import type { Setting } from '../structure/unit.ts';
import {
  EDUCATION,
  EDUCATION_OF_THE_OLD,
  OCCUPATION_AT_HOME,
  OCCUPATION_AT_WORK,
  THEORY,
  THEORY_OF_THE_NEW,
} from './trait-tables.ts';
import type { Occupation } from './trait-tables.ts';

/** Chance of being a woman by age, before what the setting adds. */
const WOMEN_BY_AGE: readonly (readonly [number, number])[] = [
  [31, 0.47],
  [41, 0.43],
  [51, 0.36],
  [61, 0.28],
  [Infinity, 0.24],
];

/** How the odds of being a woman differ. */
const WOMEN_FACTOR: Readonly<Record<Setting, number>> = {
  VILLAGE: 0.85,
  URBAN: 1.1,
  SCHOOL: 2,
  CLINIC: 1.5,
  FORCES: 0.18,
  AGENCY: 0.9,
  ENTERPRISE: 0.8,
};

const RETIREMENT: Readonly<Record<Sex, number>> = { FEMALE: 56, MALE: 61 };
const STUDENT_UNTIL = 22;

export function sexOf(random: Random, setting: Setting, age: number): Sex {
  const base = WOMEN_BY_AGE.find(([under]) => age < under)?.[1] ?? 0;
  const odds = (base / (1 - base)) * WOMEN_FACTOR[setting];
  return random.chance(odds / (1 + odds)) ? 'FEMALE' : 'MALE';
}

export function occupationOf(random: Random, setting: Setting, sex: Sex, age: number): Occupation {
  if (age >= RETIREMENT[sex]) return OCCUPATION_AT_HOME.OLD.draw(random);
  if (setting !== 'VILLAGE' && setting !== 'URBAN') {
    return setting === 'SCHOOL' && age < STUDENT_UNTIL ? 'STUDENT' : OCCUPATION_AT_WORK[setting].draw(random);
  }
  if (age < STUDENT_UNTIL && random.chance(0.6)) return 'STUDENT';
  return OCCUPATION_AT_HOME[setting].draw(random);
}

export function educationOf(random: Random, occupation: Occupation, age: number): string {
  const table = occupation === 'RETIRED' || age >= 66 ? EDUCATION_OF_THE_OLD : EDUCATION[occupation];
  return table.draw(random);
}

/** @param isNew admitted within the last few years: hardly anybody has been to a school of the party yet */
export function politicalTheoryOf(random: Random, occupation: Occupation, isNew: boolean): string {
  const table: WeightedDraw<string> = isNew ? THEORY_OF_THE_NEW : (THEORY[occupation] ?? OTHERS);
  return table.draw(random);
}

const OTHERS = drawOf({ NONE: 48, ELEMENTARY: 44, INTERMEDIATE: 7.5, ADVANCED: 0.5 });
