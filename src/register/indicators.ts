import type { MemberEventKind } from '../facts/members/member.ts';
import type { Dimensions } from '../facts/indicators/indicator.ts';
import type { OrganizationKind } from '../tree/kind.ts';
import type { AgeRange, Standing } from './counters.ts';
import type { ProfileDimension } from './profiles.ts';
import { PROFILE_DIMENSIONS } from './profiles.ts';

/** How an indicator is counted from registered facts. */
export type CountedBy =
  | { readonly from: 'MEMBERS'; readonly standing: Standing }
  | { readonly from: 'EVENTS'; readonly kind: MemberEventKind; readonly detail?: string }
  | { readonly from: 'TREE'; readonly kinds: readonly OrganizationKind[] }
  | { readonly from: 'TRANSFERS'; readonly direction: 'IN' | 'OUT' };

/** How an indicator is counted from rows of cells, each of which belongs to one cell alone. */
export type CountedByRows = Extract<CountedBy, { from: 'MEMBERS' | 'EVENTS' }>;

/** The indicators of the catalogue that are counted, not typed in. `detail` names the dimension that the detail of an event is. */
export const COUNTED: Readonly<Record<string, CountedBy>> = {
  PARTY_MEMBERS: { from: 'MEMBERS', standing: 'ALL' },
  OFFICIAL_MEMBERS: { from: 'MEMBERS', standing: 'OFFICIAL' },
  PROBATIONARY_MEMBERS: { from: 'MEMBERS', standing: 'PROBATIONARY' },
  MEMBERS_ADMITTED: { from: 'EVENTS', kind: 'ADMISSION' },
  MEMBERS_MADE_OFFICIAL: { from: 'EVENTS', kind: 'BECOMING_OFFICIAL' },
  MEMBERS_DISCIPLINED: { from: 'EVENTS', kind: 'DISCIPLINE', detail: 'FORM' },
  MEMBERS_LEFT: { from: 'EVENTS', kind: 'LEAVING', detail: 'REASON' },
  MEMBERS_AWARDED_BADGE: { from: 'EVENTS', kind: 'BADGE', detail: 'YEARS' },
  MEMBERS_TRANSFERRED_IN: { from: 'TRANSFERS', direction: 'IN' },
  MEMBERS_TRANSFERRED_OUT: { from: 'TRANSFERS', direction: 'OUT' },
  GRASSROOTS_ORGANIZATIONS: { from: 'TREE', kinds: ['GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL'] },
  CELLS: { from: 'TREE', kinds: ['CELL'] },
  SECTION_COMMITTEES: { from: 'TREE', kinds: ['SECTION_COMMITTEE'] },
};

/** The indicators that count people, not units. */
export const COUNTS_OF_PEOPLE: readonly string[] = Object.entries(COUNTED).flatMap(([indicator, { from }]) =>
  from === 'TREE' ? [] : [indicator],
);

/** Whether an indicator counts what crosses the border of the unit asked about: then its parts never add up to it. */
export function crossesBorder(indicator: string): boolean {
  return COUNTED[indicator]?.from === 'TRANSFERS';
}

/** What the dimensions of a question ask of rows; undefined where they ask what the register does not hold. */
export interface RowQuestion {
  readonly profile: ReadonlyMap<ProfileDimension, string>;
  readonly age: AgeRange | undefined;
  readonly detail: string | undefined;
}

/** Reads the dimensions of a question about members or events. */
export function rowQuestion(dimensions: Dimensions, detailDimension: string | undefined): RowQuestion | undefined {
  const profile = new Map<ProfileDimension, string>();
  let age: AgeRange | undefined;
  let detail: string | undefined;
  for (const [name, value] of Object.entries(dimensions)) {
    const attribute = PROFILE_DIMENSIONS.find((each) => each === name);
    const ages = name === 'AGE_BAND' || name === 'AGE' ? ageRange(value) : undefined;
    if (attribute) profile.set(attribute, value);
    else if (ages) age = overlap(age, ages);
    else if (name === detailDimension) detail = value;
    else return undefined;
  }
  return { profile, age, detail };
}

const OLDEST = 200;

/** Reads 18_TO_30, OVER_60, UNDER_30 or 35; undefined for anything else. */
export function ageRange(text: string): AgeRange | undefined {
  const between = /^(\d{1,3})_TO_(\d{1,3})$/.exec(text);
  if (between) return { least: Number(between[1]), most: Number(between[2]) };
  const open = /^(OVER|UNDER)_(\d{1,3})$/.exec(text);
  if (open)
    return open[1] === 'OVER' ? { least: Number(open[2]) + 1, most: OLDEST } : { least: 0, most: Number(open[2]) - 1 };
  return /^\d{1,3}$/.test(text) ? { least: Number(text), most: Number(text) } : undefined;
}

function overlap(a: AgeRange | undefined, b: AgeRange): AgeRange {
  return a ? { least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) } : b;
}
