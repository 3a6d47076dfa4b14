import type { Day } from '../../../periods/day.ts';
import { WINDOW_START } from '../calendar.ts';
import type { Random } from '../random/random.ts';
import type { WeightedDraw } from '../random/weighted.ts';
import { drawOf } from '../random/weighted.ts';
import type { Setting } from '../structure/unit.ts';

const DAYS_OF_A_YEAR = 365.25;

/** Ages at the beginning of the window: where people work nobody is past the working age. */
type AgeGroup = 'UNDER_31' | 'UNDER_41' | 'UNDER_51' | 'UNDER_61' | 'OLD';
const AT_HOME = drawOf<AgeGroup>({ UNDER_31: 9, UNDER_41: 14, UNDER_51: 13, UNDER_61: 14, OLD: 50 });
const AT_WORK = drawOf<AgeGroup>({ UNDER_31: 18, UNDER_41: 39, UNDER_51: 29, UNDER_61: 14, OLD: 0 });

const LIMITS: Readonly<Record<AgeGroup, readonly [number, number]>> = {
  UNDER_31: [20, 31],
  UNDER_41: [31, 41],
  UNDER_51: [41, 51],
  UNDER_61: [51, 58],
  OLD: [58, 96],
};

/** The old grow fewer with age. */
const OLD_SKEW = 1.7;

/** The young were admitted a little more often lately: as many a year before the window as in it. */
const YOUNG_SKEW = 0.8;

const MEDIAN_AT_ADMISSION = 27;
const SIGMA_AT_ADMISSION = 0.28;
const MIN_AT_ADMISSION = 18.05;
const MAX_AT_ADMISSION = 60;

/** Birth and admission of a member. */
export interface Life {
  readonly born: Day;
  readonly admitted: Day;
}

/** Somebody who was a member already when the window opened. */
export function lifeBefore(random: Random, setting: Setting, notAfter: Day = WINDOW_START - 1): Life {
  const age = ageFrom(random, setting === 'VILLAGE' || setting === 'URBAN' ? AT_HOME : AT_WORK);
  const born = WINDOW_START - Math.floor(age * DAYS_OF_A_YEAR);
  const latest = (notAfter - born) / DAYS_OF_A_YEAR;
  const usual = ageAtAdmission(random);
  const at = usual <= latest ? usual : MIN_AT_ADMISSION + (latest - MIN_AT_ADMISSION) * random.unit() ** YOUNG_SKEW;
  const admitted = Math.ceil(born + Math.max(at, MIN_AT_ADMISSION) * DAYS_OF_A_YEAR);
  return admitted <= notAfter ? { born, admitted } : { born: born - (admitted - notAfter), admitted: notAfter };
}

/** Somebody who is admitted on a day. */
export function lifeFrom(random: Random, admitted: Day): Life {
  return { born: admitted - Math.ceil(ageAtAdmission(random) * DAYS_OF_A_YEAR), admitted };
}

function ageAtAdmission(random: Random): number {
  const age = random.logNormal(MEDIAN_AT_ADMISSION, SIGMA_AT_ADMISSION);
  return Math.min(MAX_AT_ADMISSION, Math.max(MIN_AT_ADMISSION, age));
}

function ageFrom(random: Random, groups: WeightedDraw<AgeGroup>): number {
  const group = groups.draw(random);
  const [from, to] = LIMITS[group];
  const share = random.unit() ** (group === 'OLD' ? OLD_SKEW : 1);
  return from + (to - from) * share;
}
