import type { Day } from '../../periods/day.ts';
import { dayOf } from '../../periods/day.ts';

/** So many of something on [from, to); by form where there are forms. */
export interface Quota {
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
}

export interface FormQuota {
  readonly from: Day;
  readonly to: Day;
  readonly forms: Readonly<Record<string, number>>;
}

/** Counts that a set of cells has to come to, where sources published them. Outside of the quotas chance decides. */
export interface ScopePlan {
  readonly admissions: readonly Quota[];
  readonly disciplines: readonly FormQuota[];
  /** Moves across the border of the set: in and out. */
  readonly crossings: readonly (Quota & { readonly incoming: number })[];
  /** Nobody comes or goes on [from, to). */
  readonly still?: { readonly from: Day; readonly to: Day };
}

const YEAR = { from: dayOf(2023, 1, 1), to: dayOf(2024, 1, 1) };
const NINE_MONTHS = { from: dayOf(2023, 1, 1), to: dayOf(2023, 10, 1) };
const NONE = { admissions: [], disciplines: [], crossings: [] };

/** A unit whose members were published, with the day of the count. */
export interface PublishedUnit {
  readonly members: number | undefined;
  readonly asOf: Day;
  readonly cells?: number;
}

export const DEFAULT_AS_OF: Day = dayOf(2023, 12, 31);
const SEPTEMBER_30 = dayOf(2023, 9, 30);

/** Communes' committees of which figures of registered facts were published. */
export const PUBLISHED_COMMUNES: ReadonlyMap<string, PublishedUnit> = new Map([
  ['X20644', { members: 222, asOf: SEPTEMBER_30, cells: 13 }],
  ['X20800', { members: 210, asOf: DEFAULT_AS_OF, cells: 9 }],
  ['X02335', { members: 240, asOf: DEFAULT_AS_OF, cells: 13 }],
]);

/** Communes that the sources speak of without such figures: the first to get cells where not all do. */
export const MENTIONED_COMMUNES: readonly string[] = ['X02317'];

/** Quế Sơn, Quế Xuân 1 included. */
export const QUE_SON = { code: 'H509', members: 3716, grassroots: 53, asOf: SEPTEMBER_30 };

/** The agencies' bloc of Bình Định at the end of 2023. The 31 cells of the sections are among the 340. */
export const BINH_DINH_BLOC = {
  code: 'K52-01',
  province: 'T52',
  members: 5136,
  asOf: DEFAULT_AS_OF,
  grassrootsCells: 26,
  committees: 46,
  cells: 340,
  sections: [4, 4, 4, 4, 4, 4, 4, 3],
};

/**
 * By scope. Quế Xuân 1 had its 7 admissions of 2023 in the first nine months, and its members were counted on
 * 1 November and, within Quế Sơn's, on 30 September: in between nothing happened. Quế Sơn's own scope is what Quế Xuân 1
 * leaves of it. The bloc's 193 who became official in 2023 were admitted in 2022.
 */
export const SCOPE_PLANS: ReadonlyMap<string, ScopePlan> = new Map<string, ScopePlan>([
  [
    'H509',
    {
      ...NONE,
      admissions: [{ ...NINE_MONTHS, count: 84 - 7 }],
      disciplines: [{ ...NINE_MONTHS, forms: { REPRIMAND: 16 - 1, EXPULSION: 2 } }],
    },
  ],
  [
    'X20644',
    {
      ...NONE,
      admissions: [
        { ...NINE_MONTHS, count: 7 },
        { from: NINE_MONTHS.to, to: YEAR.to, count: 0 },
      ],
      disciplines: [{ ...NINE_MONTHS, forms: { REPRIMAND: 1 } }],
      still: { from: NINE_MONTHS.to, to: dayOf(2023, 11, 2) },
    },
  ],
  ['X20800', { ...NONE, disciplines: [{ ...YEAR, forms: { REPRIMAND: 1 } }] }],
  ['X02335', { ...NONE, admissions: [{ from: dayOf(2021, 1, 1), to: dayOf(2024, 1, 1), count: 26 }] }],
  [
    'K52-01',
    {
      admissions: [
        { from: dayOf(2022, 1, 1), to: dayOf(2023, 1, 1), count: 193 },
        { ...YEAR, count: 210 },
      ],
      disciplines: [{ ...YEAR, forms: { REPRIMAND: 9, WARNING: 2, EXPULSION: 1 } }],
      crossings: [{ ...YEAR, count: 201, incoming: 104 }],
    },
  ],
]);

/** Targets for a year that sources published, or imply by a share of 100 %. */
export const PUBLISHED_TARGETS: ReadonlyMap<string, number> = new Map([
  ['X20644|2023', 7],
  ['H509|2023', 85],
]);

/** The bloc reached its plan of 2023 by 100 %, with 210 admissions. */
export const IMPLIED_TARGETS: ReadonlyMap<string, number> = new Map([['K52-01|2023', 210]]);

/** Hòa Phú has a target for the whole term: no yearly one beside it. */
export const UNITS_WITH_TERM_TARGETS: ReadonlySet<string> = new Set(['X02335']);

/** In the term that began in 2020 Hòa Phú admitted 26 until the end of 2023: none of them before the window. */
export const NO_ADMISSION_IN_2020: ReadonlySet<string> = new Set(['X02335']);
